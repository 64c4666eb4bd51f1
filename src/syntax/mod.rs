//! Text in, a [`ast::File`] and findings about the text out.

pub mod ast;

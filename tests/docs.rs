//! The reference of all codes in `docs/` is what the program says.
#![allow(clippy::unwrap_used, reason = "tests")]

use pok::report::explain::reference;
use pok::report::{Notation, Phrasebook, Renderer};
use pok::syntax::ast::Language;
use std::fs;
use std::path::Path;

#[test]
fn the_reference_of_codes_is_current() {
    let book = Phrasebook::default();
    for (language, file) in [(Language::English, "docs/src/en/codes.md"), (Language::Dutch, "docs/src/nl/codes.md")] {
        let made = reference(Renderer::new(book.words(language), Notation::default()));
        let kept = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap_or_default();
        assert!(
            made == kept,
            "{file} is not what the program says; make it anew: pok explain --list --format markdown --lang {} > {file}",
            language.code()
        );
    }
}

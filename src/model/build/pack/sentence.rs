//! What a rule says: words, and values of the plan between braces.

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::model::build::Builder;
use crate::model::build::expressions::Scope;
use crate::model::expression::Type;
use crate::model::rule::{Chunk, Sentence};
use crate::source::{Place, Span};
use crate::syntax::ast::{MessageIn, Text};
use crate::syntax::parse_within;

impl Builder<'_> {
    /// Adds the text of one language; two of one language are a mistake.
    pub(super) fn sentence(
        &mut self,
        scope: &mut Scope<'_>,
        sentence: &mut Sentence,
        language: Language,
        said: MessageIn,
    ) {
        let language = said.language.unwrap_or(language);
        if sentence.texts.iter().any(|(known, _)| *known == language) {
            let place = Place::new(scope.file, said.text.span);
            let finding = Diagnostic::new(&codes::RULE_TEXT_TWICE, place).with("language", language.code());
            self.findings.push(finding);
            return;
        }
        let chunks = self.chunks(scope, said.text);
        sentence.written.0.push((language, self.string(scope.file, said.text)));
        sentence.texts.push((language, chunks));
    }

    fn chunks(&mut self, scope: &mut Scope<'_>, text: Text) -> Vec<Chunk> {
        let quoted = self.text(scope.file, text.span);
        let width = |quote: Option<char>| quote.map_or(0, char::len_utf8);
        let mut at = width(quoted.chars().next());
        let quoted = quoted.get(..quoted.len() - width(quoted.chars().next_back())).unwrap_or("");
        let mut chunks = Vec::new();
        let mut words = String::new();
        while let Some(found) = quoted.get(at..).and_then(|rest| rest.find(['{', '}'])) {
            let brace = at + found;
            words.push_str(quoted.get(at..brace).unwrap_or(""));
            let rest = quoted.get(brace..).unwrap_or("");
            if rest.starts_with("{{") || rest.starts_with("}}") {
                words.push_str(rest.get(..1).unwrap_or(""));
                at = brace + 2;
            } else if rest.starts_with('}') {
                words.push('}');
                at = brace + 1;
            } else if let Some(end) = rest.find('}') {
                chunks.push(Chunk::Words(plain(&std::mem::take(&mut words))));
                let start = text.span.start as usize + brace;
                chunks.extend(self.hole(scope, Span::new(start + 1, start + end)));
                at = brace + end + 1;
            } else {
                let start = text.span.start as usize + brace;
                let place = Place::new(scope.file, Span::new(start, start + 1));
                self.findings.push(Diagnostic::new(&codes::RULE_HOLE_OPEN, place));
                at = quoted.len();
            }
        }
        words.push_str(quoted.get(at..).unwrap_or(""));
        chunks.push(Chunk::Words(plain(&words)));
        chunks.retain(|chunk| !matches!(chunk, Chunk::Words(words) if words.is_empty()));
        chunks
    }

    fn hole(&mut self, scope: &mut Scope<'_>, span: Span) -> Option<Chunk> {
        let file = self.sources.file(scope.file);
        let language = if self.is_dutch(scope.file) { Language::Dutch } else { Language::English };
        let (tree, mut found) = parse_within(scope.file, file.text(), span, language, 2);
        let unread = found.is_empty();
        self.findings.append(&mut found);
        let Some(tree) = tree else {
            if unread {
                self.findings.push(Diagnostic::new(&codes::RULE_HOLE_EMPTY, Place::new(scope.file, span)));
            }
            return None;
        };
        let made = self.expression(scope, &tree);
        (made.kind != Type::Broken).then_some(Chunk::Value(made))
    }
}

/// A piece of a text without its escapes.
fn plain(piece: &str) -> String {
    Text::value(&format!("\"{piece}\""))
}

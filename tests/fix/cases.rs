//! Each case is a plan; beside it what its safe fixes make of it, what all fixes make of it, and what is found then.

use super::{Case, unread};
use insta::{Settings, assert_snapshot};
use pok::money::Money;
use pok::report::short;
use pok::report::{Checked, Filter, Notation, Phrasebook, Renderer};
use pok::syntax::ast::Language;
use pok::syntax::rewrite::{Hand, read, rewritten};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fix")
}

fn found(case: &Case, text: &str) -> String {
    let evaluation = case.evaluation(text);
    let book = Phrasebook::default();
    let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
    let renderer = Renderer::new(book.words(evaluation.language), notation);
    short::report(&[Checked { evaluation: &evaluation, renderer, filter: &Filter::default() }])
}

/// What one text becomes, with what was found before and after.
fn told(case: &Case) -> String {
    let (safe, by_safe) = case.mended(&case.text, false);
    let (all, by_all) = case.mended(&case.text, true);
    let again = case.mended(&safe, true).0;
    assert_eq!(again, all, "{}: all at once, or the safe ones first", case.name);
    let before = found(case, &case.text);
    let counts = format!(
        "{} mended, {} more with unsafe fixes, {} mended by all, {} left out",
        by_safe.count(),
        by_safe.with_unsafe,
        by_all.count(),
        by_all.left_out.len()
    );
    let after = (found(case, &safe), found(case, &all));
    format!("{before}\n{counts}\n\n=== safe\n{safe}---\n{}\n=== unsafe too\n{all}---\n{}", after.0, after.1)
}

#[test]
fn cases_become_what_stands_beside_them() {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(folder());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut names: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| path.extension().is_some_and(|end| end == "pok"));
    names.sort();
    assert!(names.len() >= 4);
    settings.bind(|| {
        for path in names {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
            let case = Case { name: name.clone(), text, folder: folder() };
            assert_snapshot!(name, told(&case));
        }
    });
}

/// A figure is written as it was: sign, mark, separators, unit, decimals.
#[test]
fn figures_keep_their_notation() {
    let hand = |language, factor, cell| Hand { language, minor_digits: 2, factor, cell, rounded: factor > 1 };
    let (dutch, english) = (hand(Language::Dutch, 1, false), hand(Language::English, 1, false));
    let (cell, thousands) = (hand(Language::Dutch, 1, true), hand(Language::Dutch, 1_000, true));
    for (hand, written, cents, right) in [
        (english, "72,400", 7_420_000, "74,200"),
        (english, "72400", 7_420_000, "74200"),
        (english, "7_400", 742_000_000, "7_420_000"),
        (english, "£ 1.50", 200, "£ 2.00"),
        (english, "$12", 1_250, "$12.50"),
        (english, "1.2 million", 123_000_000, "1.2 million"),
        (english, "about 1.2 million", 134_000_000, "about 1.3 million"),
        (english, "(500)", -60_000, "(600)"),
        (english, "(500)", 60_000, "600"),
        (english, "-500", 0, "0"),
        (english, "999", 100_000, "1,000"),
        (dutch, "€ 1.080,-", 209_000, "€ 2.090,-"),
        (dutch, "€ 1.080,-", 209_050, "€ 2.090,50"),
        (dutch, "1.080,--", 209_000, "2.090,--"),
        (dutch, "circa € 5.000", -600_000, "circa -€ 6.000"),
        (cell, "100 V", -25_000, "250 N"),
        (cell, "100 N", 25_000, "250 V"),
        (cell, "100 n", -25_000, "250 n"),
        (thousands, "72,4", 7_420_000, "74,2"),
        (thousands, "72", 7_422_345, "74,2"),
    ] {
        let new = rewritten(written, Money(cents), hand);
        assert_eq!(new.as_deref(), Some(right), "{written}");
        let off = (read(right, hand).unwrap().0 - cents).abs();
        assert!(off == 0 || hand.rounded || written.contains("million"), "{right}");
    }
    for none in ["pm", "-", "50%", "", "V"] {
        assert_eq!(rewritten(none, Money(100), cell), None, "{none}");
    }
}

/// The file of five mistakes: what is safe is mended, and the one figure that is left by hand or by an unsafe fix.
#[test]
fn five_mistakes_are_mended_in_both_languages() {
    for (name, wrong, right) in
        [("vijf.nl.pok", "72.700 | 72.400", "72.700 | 74.200"), ("five.en.pok", "72,700 | 72,400", "72,700 | 74,200")]
    {
        let text = fs::read_to_string(folder().join(name)).unwrap().replace("\r\n", "\n");
        let case = Case { name: name.to_owned(), text, folder: folder() };
        let (safe, mended) = case.mended(&case.text, false);
        assert_eq!((mended.count(), mended.with_unsafe), (4, 1), "{name}");
        assert_eq!(unread(&case.evaluation(&safe)), 0, "{name}");
        assert_eq!(found(&case, &safe).lines().count(), 1, "{name}");
        let by_hand = safe.replace(wrong, right);
        assert_eq!(found(&case, &by_hand), "", "{name}");
        assert_eq!(case.mended(&case.text, true).0, by_hand, "{name}");
    }
}

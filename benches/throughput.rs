//! Throughput of parsing and of checking, in MB/s and plans/s, on generated plans of 2 kB, 200 kB and 20 MB.
//!
//! `cargo bench --bench throughput`

mod generate;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use pok::source::FileId;
use pok::syntax::{self, Options};

const SIZES: [usize; 3] = [2_000, 200_000, 20_000_000];

fn main() {
    divan::main();
}

fn parse(bencher: Bencher<'_, '_>, text: &str) {
    let count = BytesCount::new(text.len());
    bencher.counter(count).counter(ItemsCount::new(1usize)).bench(|| {
        let (file, findings) = syntax::parse(FileId(0), text, Options::default());
        assert!(findings.is_empty(), "{findings:?}");
        file
    });
}

fn check(bencher: Bencher<'_, '_>, text: &str) {
    let count = BytesCount::new(text.len());
    bencher.counter(count).counter(ItemsCount::new(1usize)).bench(|| {
        let evaluation = pok::evaluate_text("generated.pok", text);
        assert!(evaluation.findings.is_empty(), "{:?}", evaluation.findings.first());
        evaluation
    });
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn parse_tables(bencher: Bencher<'_, '_>, bytes: usize) {
    parse(bencher, &generate::tables(bytes));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn parse_small_items(bencher: Bencher<'_, '_>, bytes: usize) {
    parse(bencher, &generate::small_items(bytes));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn check_tables(bencher: Bencher<'_, '_>, bytes: usize) {
    check(bencher, &generate::tables(bytes));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn check_small_items(bencher: Bencher<'_, '_>, bytes: usize) {
    check(bencher, &generate::small_items(bytes));
}

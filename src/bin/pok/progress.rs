//! How far a run is, where it takes long and someone looks at a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::env;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// What takes less needs no bar.
const LONG: Duration = Duration::from_millis(700);
/// Nor do fewer files.
const MANY: usize = 20;

/// The files done so far, on standard error; nothing where that is no terminal, or one that cannot draw.
pub(crate) struct Progress {
    bar: ProgressBar,
    since: Instant,
    shown: AtomicBool,
}

impl Progress {
    /// For so many files.
    pub(crate) fn new(files: usize) -> Self {
        let bar = ProgressBar::hidden();
        bar.set_length(u64::try_from(files).unwrap_or(u64::MAX));
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len}") {
            bar.set_style(style);
        }
        let wanted = files >= MANY && env::var_os("TERM").is_none_or(|terminal| terminal != "dumb");
        Self { bar, since: Instant::now(), shown: AtomicBool::new(!wanted) }
    }

    /// One more is done.
    pub(crate) fn step(&self) {
        if !self.shown.load(Ordering::Relaxed)
            && self.since.elapsed() > LONG
            && !self.shown.swap(true, Ordering::Relaxed)
        {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

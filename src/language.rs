//! The two languages that plans are written in and that messages are in.

/// Language of a file: its keywords, its notation of numbers, its messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// English: `1,234.50`
    #[default]
    English,
    /// Dutch: `1.234,50`
    Dutch,
}

impl Language {
    /// Its code by ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Dutch => "nl",
        }
    }
}

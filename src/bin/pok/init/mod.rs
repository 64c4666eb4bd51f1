//! `pok init`: a first plan, which holds and explains itself, to be filled in. It asks nothing: what no option says has
//! a usual value, and stands in the plan where it can be changed.

mod starter;
mod years;

use super::args::InitArgs;
use super::output::{Failure, complain, print};
use super::speech::sentence_in;
use super::write::replace;
use iso_currency::Currency;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use pok::diagnostic::{Message, Severity, Value};
use pok::evaluate_text;
use pok::format::{Options, format};
use pok::report::{Notation, Phrasebook, Renderer};
use pok::syntax::ast::Language;
use starter::Starter;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use years::Years;

/// Runs the command.
pub(crate) fn run(args: &InitArgs) -> ExitCode {
    match init(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(2)
        }
    }
}

fn init(args: &InitArgs) -> Result<(), Failure> {
    let language = args.speech.language();
    let to_screen = args.file.as_os_str() == "-";
    let path = with_ending(&args.file);
    let text = plan(args, &path, language)?;
    if to_screen {
        return print(&text);
    }
    write(&path, &text, args.force)?;
    let shown = path.to_string_lossy();
    let quoted = Value::Statement(quoted(&shown));
    let message =
        Message::new("init-written").with("file", Value::Statement(shown.into_owned())).with("quoted", quoted);
    print(&(sentence_in(language, &message) + "\n"))
}

/// The plan as its file will hold it.
fn plan(args: &InitArgs, path: &Path, language: Language) -> Result<String, Failure> {
    let years = match &args.years {
        Some(written) => {
            Years::read(written).ok_or_else(|| Failure::new("init-years").with("years", written.as_str()))?
        }
        None => Years::after(Timestamp::now().to_zoned(TimeZone::UTC).year()),
    };
    let code = args.currency.to_uppercase();
    let currency = Currency::from_code(&code).ok_or_else(|| Failure::new("init-currency").with("code", code))?;
    let own = args.name.clone().unwrap_or_else(|| name_of(path));
    let usual = |name| sentence_in(language, &Message::new(name));
    let title = args.title.clone().unwrap_or_else(|| format!("{} {}", usual("init-title"), years.in_words()));
    let owner = args.owner.clone().unwrap_or_else(|| usual("init-owner"));
    let starter = Starter { language, name: own, title, owner, years, currency };
    let text = starter.text();
    if let Some(sentence) = mistake(&text, language) {
        return Err(Failure::new("init-not-sound").with("sentence", Value::Statement(sentence)));
    }
    let laid_out = format("-", text.as_bytes(), Options::default());
    let laid_out = laid_out.map_err(|refusal| Failure::new("init-not-sound").with("sentence", refusal.message()))?;
    Ok(String::from_utf8_lossy(&laid_out.bytes).into_owned())
}

/// What is wrong with the plan, which comes from a name or a text that was given.
fn mistake(text: &str, language: Language) -> Option<String> {
    let evaluation = evaluate_text("-", text);
    let book = Phrasebook::default();
    let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
    let renderer = Renderer::new(book.words(language), notation);
    let found = evaluation.findings.iter().find(|finding| finding.level() != Severity::Note);
    found.map(|finding| renderer.finding(finding))
}

/// A plan is found by its ending, so its file gets it.
fn with_ending(path: &Path) -> PathBuf {
    if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("pok")) {
        return path.to_owned();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".pok");
    PathBuf::from(name)
}

/// A name for the plan from that of its file: `Begroting 2027.pok` is `begroting-2027`.
fn name_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let words = stem.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join("-");
    if name.starts_with(char::is_alphabetic) { name } else { format!("plan-{name}").trim_end_matches('-').to_owned() }
}

/// A file name as it can be typed in a shell.
fn quoted(name: &str) -> String {
    let plain = |char: char| char.is_alphanumeric() || "._-/".contains(char);
    if name.chars().all(plain) { name.to_owned() } else { format!("'{}'", name.replace('\'', r"'\''")) }
}

/// Writes a new file; one that is there already only where that is asked for.
fn write(path: &Path, text: &str, force: bool) -> Result<(), Failure> {
    let fail = |error: &io::Error| Failure::new("failure-file").file(path).cause(error);
    match File::create_new(path) {
        Ok(mut file) => file.write_all(text.as_bytes()).map_err(|error| {
            // Half a plan is worse than none; what went wrong is told.
            let _ = fs::remove_file(path);
            fail(&error)
        }),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && force => {
            let path = path.canonicalize().map_err(|error| fail(&error))?;
            let old = fs::read(&path).map_err(|error| fail(&error))?;
            replace(&path, &old, text.as_bytes()).map_err(|error| fail(&error))
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(Failure::new("init-exists").file(path)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Failure::new("init-no-folder").file(path)),
        Err(error) => Err(fail(&error)),
    }
}

#[cfg(test)]
mod tests {
    use super::{name_of, quoted, with_ending};
    use std::path::Path;

    #[test]
    fn a_file_gives_its_plan_a_name() {
        assert_eq!(name_of(Path::new("a/Begroting 2027.pok")), "begroting-2027");
        assert_eq!(name_of(Path::new("2027.pok")), "plan-2027");
        assert_eq!(name_of(Path::new("--.pok")), "plan");
        assert_eq!(with_ending(Path::new("plan.2027")), Path::new("plan.2027.pok"));
        assert_eq!(with_ending(Path::new("a.POK")), Path::new("a.POK"));
    }

    #[test]
    fn a_name_with_blanks_is_quoted() {
        assert_eq!(quoted("a/b-c.pok"), "a/b-c.pok");
        assert_eq!(quoted("l'eau 1.pok"), r"'l'\''eau 1.pok'");
    }
}

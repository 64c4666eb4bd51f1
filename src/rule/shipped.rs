//! The packs that ship with pok: their texts are part of the program, and each is read once, when it is first used.

use super::{Compiled, compile};
use crate::load::{self, Input, Located, Refusal, Resolver};
use std::sync::{Arc, OnceLock};

macro_rules! packs {
    ($($name:literal $path:literal;)*) => {
        /// Every pack: its name, its file below `rules/`, its text.
        static PACKS: &[(&str, &str, &str)] =
            &[$(($name, $path, include_str!(concat!("../../rules/", $path)))),*];

        static READ: [OnceLock<Arc<Compiled>>; PACKS.len()] = [const { OnceLock::new() }; PACKS.len()];
    };
}

packs! {
    "eu.cohesion" "eu/cohesion.pok";
    "good-practice" "good-practice.pok";
    "nl.bbv" "nl/bbv.pok";
    "nl.gemeentewet" "nl/gemeentewet.pok";
    "nl.uitkeringen" "nl/uitkeringen.pok";
    "uk.ukspf" "uk/ukspf.pok";
    "us.appropriations" "us/appropriations.pok";
    "us.slfrf" "us/slfrf.pok";
}

/// The names of all packs, in order.
pub fn names() -> impl Iterator<Item = &'static str> {
    PACKS.iter().map(|(name, ..)| *name)
}

/// The text of a pack by its name.
pub fn text(name: &str) -> Option<&'static str> {
    PACKS.iter().find(|(known, ..)| *known == name).map(|(.., text)| *text)
}

/// The pack of that name.
pub fn pack(name: &str) -> Option<Arc<Compiled>> {
    let index = PACKS.iter().position(|(known, ..)| *known == name)?;
    let (_, path, text) = PACKS.get(index)?;
    let read = || {
        let name = format!("rules/{path}");
        let input = Input { key: name.clone(), name, bytes: text.as_bytes().to_vec() };
        Arc::new(compile(load::load(input, &mut Embedded)))
    };
    READ.get(index).map(|cell| Arc::clone(cell.get_or_init(read)))
}

/// The pack that has a rule of that code.
pub fn of_code(code: &str) -> Option<Arc<Compiled>> {
    names().filter_map(pack).find(|pack| pack.codes().any(|known| known.eq_ignore_ascii_case(code)))
}

/// The files of the packs, which may include one another.
struct Embedded;

impl Resolver for Embedded {
    fn locate(&mut self, from: &Located, path: &str) -> Result<Located, Refusal> {
        let folder = from.key.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut parts: Vec<&str> = folder.split('/').collect();
        for part in path.split('/') {
            match part {
                "." | "" => {}
                ".." => drop(parts.pop()),
                part => parts.push(part),
            }
        }
        let key = parts.join("/");
        let known = PACKS.iter().any(|(_, path, _)| key.strip_prefix("rules/") == Some(path));
        known.then(|| Located { name: key.clone(), key }).ok_or(Refusal::Missing { similar: None })
    }

    fn read(&mut self, file: &Located, _limit: usize) -> Result<Vec<u8>, Refusal> {
        let found = PACKS.iter().find(|(_, path, _)| file.key.strip_prefix("rules/") == Some(path));
        found.map(|(.., text)| text.as_bytes().to_vec()).ok_or(Refusal::Unreadable)
    }
}

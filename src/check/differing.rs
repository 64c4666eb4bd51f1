//! The finding for a figure that is not what it should be: the sum, the difference, the parts, the likely slip.

use super::slip::clamp;
use crate::diagnostic::{Diagnostic, Figure, Kind, Message, Value};
use crate::money::Money;
use crate::outcome::Part;
use crate::source::Place;

/// Labels for more parts than this would fill the screen.
const MOST_LABELS: usize = 8;

/// A figure that differs.
#[derive(Debug)]
pub struct Differing<'a> {
    /// Finding when it is too low, and when it is too high.
    pub kinds: (&'static Kind, &'static Kind),
    /// Where the figure stands.
    pub place: Place,
    /// What it is, as the start of a sentence.
    pub what: Message,
    /// The figure, in minor units.
    pub stated: i128,
    /// What it should be.
    pub computed: i128,
    /// What was added up.
    pub parts: &'a [Part],
    /// Explanations that fit exactly.
    pub slips: Vec<Message>,
}

impl Differing<'_> {
    /// The finding.
    pub fn finding(self) -> Diagnostic {
        let (stated, computed) = (clamp(self.stated), clamp(self.computed));
        let difference = clamp(self.stated - self.computed);
        let kind = if self.stated < self.computed { self.kinds.0 } else { self.kinds.1 };
        let size = Money(difference.0.saturating_abs());
        let sum = match self.parts {
            [] | [_] => Message::new("sum-plain").with("computed", computed),
            parts => {
                let terms = parts.iter().map(|part| clamp(part.cents)).collect();
                Message::new("sum-of-parts").with("sum", Value::Sum(terms)).with("computed", computed)
            }
        };
        let mut finding = Diagnostic::new(kind, self.place)
            .with("what", self.what)
            .with("stated", stated)
            .with("sum", sum)
            .with("difference", size)
            .at_primary(Message::new("label-stated").with("stated", stated).with("computed", computed))
            .figure("stated", Figure::Money(stated))
            .figure("computed", Figure::Money(computed))
            .figure("difference", Figure::Money(difference));
        finding.labels.extend(part_labels(self.parts, self.place));
        finding.help = self.slips;
        finding.help(Message::new("stated-differs-help"))
    }
}

/// A label for each part, as far as they fit on a screen, at most one at a place.
pub fn part_labels(parts: &[Part], not_at: Place) -> Vec<crate::diagnostic::Label> {
    let mut labels: Vec<crate::diagnostic::Label> = Vec::new();
    for part in parts {
        let taken = part.place == not_at || labels.iter().any(|label| label.place == part.place);
        if taken || part.place == Place::default() {
            continue;
        }
        if labels.len() == MOST_LABELS {
            break;
        }
        let message = Message::new("label-part").with("amount", Value::Figure(clamp(part.cents)));
        labels.push(crate::diagnostic::Label { place: part.place, message: Some(message) });
    }
    labels
}

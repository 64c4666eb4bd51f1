//! Coverage stated over all goals that cannot all go to goals that may have it -> 402, one per statement.

use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message, Value};
use crate::flow::{Misfit, Payable};
use crate::money::Money;

/// Reports what the plan fixes and what does not fit, once everything can be paid.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    if context.flow.payable != Payable::Yes {
        return;
    }
    // A limit, a floor or the money that there is may already say that so much cannot be paid.
    let said = |misfit: &&Misfit| {
        let payer = Value::from(context.plan.name(misfit.payer));
        report.findings.iter().any(|finding| {
            let about = [402, 403, 501, 503].iter().any(|code| finding.code().is(*code));
            let here = finding.labels.iter().any(|label| label.place == misfit.place);
            about && (here || finding.message.values.iter().any(|(_, value)| *value == payer))
        })
    };
    let found: Vec<Diagnostic> = context
        .flow
        .misfits
        .iter()
        .filter(|misfit| !said(misfit))
        .map(|misfit| {
            let (stated, fits) = (Money(misfit.stated), Money(misfit.fits));
            let difference = Money(misfit.stated.saturating_sub(misfit.fits));
            Diagnostic::new(&codes::COVERAGE_DOES_NOT_FIT, misfit.place)
                .with("payer", context.plan.name(misfit.payer))
                .with("years", misfit.years)
                .with("stated", stated)
                .with("fits", fits)
                .with("difference", difference)
                .at_primary(Message::new("label-paid-in-all").with("amount", stated).with("years", misfit.years))
                .figure("covered", Figure::Money(stated))
                .figure("cost", Figure::Money(fits))
                .figure("difference", Figure::Money(difference))
                .help(Message::new("coverage-does-not-fit-help"))
        })
        .collect();
    report.findings.extend(found);
}

//! Statements of a scenario as a user writes them: keywords, amounts and years as in the plan's own file.

use crate::model::{Entity, Plan};
use crate::money::{Money, YearRange};
use crate::syntax::ast::{Language, LimitPeriod};

/// How the plan writes.
pub(super) struct Wording<'a> {
    plan: &'a Plan,
}

impl<'a> Wording<'a> {
    /// As this plan does.
    pub(super) fn of(plan: &'a Plan) -> Self {
        Self { plan }
    }

    /// The word of the plan's language.
    fn word(&self, english: &'static str, dutch: &'static str) -> &'static str {
        match self.plan.head.language {
            Language::English => english,
            Language::Dutch => dutch,
        }
    }

    /// `208,063`, or `208.063` in Dutch; cents only where there are any.
    pub(super) fn amount(&self, money: Money) -> String {
        let digits = usize::from(self.plan.head.currency.digits);
        let padded = format!("{:0width$}", money.0.unsigned_abs(), width = digits + 1);
        let (whole, cents) = padded.split_at(padded.len().saturating_sub(digits));
        let mut text = String::with_capacity(padded.len() * 2);
        if money.0 < 0 {
            text.push('-');
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push_str(self.word(",", "."));
            }
            text.push(digit);
        }
        if cents.chars().any(|digit| digit != '0') {
            text.push_str(self.word(".", ","));
            text.push_str(cents);
        }
        text
    }

    /// `change pok { … }`
    fn change(&self, subject: impl Into<Entity>, statement: &str) -> String {
        let name = self.plan.name(subject);
        format!("{} {name} {{ {statement} }}", self.word("change", "wijzig"))
    }

    /// What is left stays.
    pub(super) fn stays(&self, source: impl Into<Entity>) -> String {
        self.change(source, self.word("unspent stays", "restant blijft"))
    }

    /// An earmark for these tags.
    pub(super) fn earmark(&self, payer: impl Into<Entity>, tags: &[u32]) -> String {
        self.change(payer, &format!("{} {}", self.word("for", "voor"), self.tags(tags)))
    }

    fn tags(&self, tags: &[u32]) -> String {
        let names = tags.iter().filter_map(|tag| self.plan.tags.get(*tag as usize));
        names.map(String::as_str).collect::<Vec<_>>().join(", ")
    }

    /// A period in which a source may pay.
    pub(super) fn available(&self, source: impl Into<Entity>, years: YearRange) -> String {
        let years = self.plan.head.style.range_label(years);
        self.change(source, &format!("{} {years}", self.word("available", "beschikbaar")))
    }

    fn limit(&self, amount: Money, period: LimitPeriod) -> String {
        let period = match period {
            LimitPeriod::PerYear => self.word("per year", "per jaar"),
            LimitPeriod::Total => self.word("total", "totaal"),
        };
        format!("{} {} {period}", self.word("at most", "ten hoogste"), self.amount(amount))
    }

    /// A cap on what a payer pays to a goal.
    pub(super) fn cap(
        &self,
        goal: impl Into<Entity>,
        payer: impl Into<Entity>,
        amount: Money,
        period: LimitPeriod,
    ) -> String {
        let from = self.word("from", "uit");
        self.change(goal, &format!("{} {from} {}", self.limit(amount, period), self.plan.name(payer)))
    }

    /// A limit on withdrawals.
    pub(super) fn withdrawals(&self, reserve: impl Into<Entity>, amount: Money, period: LimitPeriod) -> String {
        self.change(reserve, &format!("{} {}", self.word("withdraw", "onttrek"), self.limit(amount, period)))
    }

    /// A floor.
    pub(super) fn floor(&self, reserve: impl Into<Entity>, amount: Money) -> String {
        self.change(reserve, &format!("{} {}", self.word("floor", "ondergrens"), self.amount(amount)))
    }

    /// A ceiling.
    pub(super) fn ceiling(&self, reserve: impl Into<Entity>, amount: Money) -> String {
        self.change(reserve, &format!("{} {}", self.word("ceiling", "bovengrens"), self.amount(amount)))
    }

    /// A goal a year later.
    pub(super) fn shift(&self, goal: impl Into<Entity>) -> String {
        let name = self.plan.name(goal);
        match self.plan.head.language {
            Language::English => format!("shift goal {name} by 1 year"),
            Language::Dutch => format!("verschuif doel {name} met 1 jaar"),
        }
    }

    /// A measure set to an amount: `set income(pok, 2025) = 208,063`.
    pub(super) fn set(
        &self,
        (english, dutch): (&'static str, &'static str),
        subject: impl Into<Entity>,
        years: YearRange,
        amount: Money,
    ) -> String {
        let total = if years.len() > 1 { self.word(" total", " totaal") } else { "" };
        let (set, measure) = (self.word("set", "zet"), self.word(english, dutch));
        let (name, years) = (self.plan.name(subject), self.plan.head.style.range_label(years));
        format!("{set} {measure}({name}, {years}) = {}{total}", self.amount(amount))
    }
}

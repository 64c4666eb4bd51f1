//! Expressions: operators, aggregates, cells of free tables, and what stands in the expression itself.

use super::{Figure, Node, Tracer};
use crate::diagnostic::{Message, Value as Said};
use crate::model::expression::{Expression, Term, Type};
use crate::model::{ColumnHead, Entity, RowHead, Table, TableId};
use crate::outcome::evaluate::{Scope, Value, minor, ratio};
use crate::outcome::measure::Question;
use crate::syntax::ast::{Aggregate, Binary, CellValue, Unary};
use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub};

impl Tracer<'_> {
    /// The value of an expression, and where it comes from.
    pub(super) fn expression(&self, scope: &mut Scope<'_>, expression: &Expression) -> Node {
        let what = || Message::new("trace-written").with("text", self.sources.slice(expression.place).trim());
        let literal = || Message::new("trace-literal").with("text", self.sources.slice(expression.place).trim());
        if !self.has_room() {
            return Node::unknown(what(), "trace-note-cut");
        }
        match &expression.term {
            Term::Number { value, .. } => {
                let figure = ratio(*value).map_or(Figure::Unknown, |value| match expression.kind {
                    Type::Amount => value.checked_mul(&minor(self.plan)).map_or(Figure::Unknown, Figure::Amount),
                    _ => Figure::Number(value),
                });
                Node::new(figure, literal())
            }
            Term::Percentage(share) => Node::new(Figure::Share(*share), literal()),
            Term::Pm => Node::new(Figure::cents(0), what()).note(Message::new("trace-note-pm")),
            Term::Measure { measure, subject, other, years, stage } => {
                let mut entity = |inner: Option<&Expression>| match inner.map(|inner| scope.value(inner)) {
                    Some(Value::Entity(entity)) => Some(entity),
                    _ => None,
                };
                let (subject, other) = (entity(subject.as_deref()), entity(other.as_deref()));
                let years = match years.as_deref().map(|inner| scope.value(inner)) {
                    Some(Value::Years(years)) => years,
                    Some(_) => return Node::unknown(what(), "trace-note-unread"),
                    None => self.outcome.years,
                };
                self.measure(&Question { measure: *measure, subject, other, years, stage: *stage })
            }
            Term::Figure(table, row, column) => self.cell(*table, *row as usize, *column as usize),
            Term::Unary(Unary::Minus, inner) => {
                let inner = self.expression(scope, inner);
                if inner.adds_up { inner.negated() } else { Node::sum(what(), vec![inner.negated()]) }
            }
            Term::Unary(Unary::Not, inner) => {
                let figure = self.figure_of(scope.value(expression));
                let parts = vec![self.expression(scope, inner)];
                reasoned(Node { adds_up: false, ..Node::new(figure, what()) }.with_parts(parts))
            }
            Term::Binary(operator, ..) => self.binary(scope, *operator, expression, what()),
            Term::Aggregate { how, body, variable, range, condition } => {
                let mut parts = Vec::new();
                for member in scope.members(range).unwrap_or_default() {
                    scope.variables.push((variable.clone(), member.clone()));
                    let included = condition.as_deref().is_none_or(|test| scope.truth(test) == Some(true));
                    if included && *how == Aggregate::Count {
                        parts.push(Node::new(Figure::Number(Ratio::from_integer(1)), self.member(&member)));
                    } else if included {
                        let part = self.expression(scope, body);
                        parts.push(part);
                    }
                    scope.variables.pop();
                }
                self.together(scope, *how, expression, Node::new(Figure::Unknown, what()).with_parts(parts))
            }
            _ => self.plain(scope, expression, what()),
        }
    }

    /// What is not added up: a year, a name, a property, yes or no.
    fn plain(&self, scope: &mut Scope<'_>, expression: &Expression, what: Message) -> Node {
        let value = scope.value(expression);
        let figure = self.figure_of(value);
        let node = Node::new(figure, what);
        if node.figure == Figure::Unknown { node.note(Message::new("trace-note-unread")) } else { node }
    }

    fn figure_of(&self, value: Value) -> Figure {
        match value {
            Value::Amount(quantity) if !quantity.unknown => Figure::Amount(quantity.value),
            Value::Number(quantity) if !quantity.unknown => Figure::Number(quantity.value),
            Value::Boolean(Some(truth)) => Figure::Truth(truth),
            Value::Years(years) => Figure::Words(Said::Years(years)),
            Value::Entity(entity) => Figure::Words(self.titled(entity)),
            Value::Date(date) => Figure::Words(Said::Date(date)),
            Value::Text(text) => Figure::Words(Said::Text(text)),
            Value::Word(word) => Figure::Words(Said::Keyword(word.english, word.dutch)),
            Value::Absent => Figure::Words(Message::new("trace-nothing").into()),
            Value::Amount(_)
            | Value::Number(_)
            | Value::Boolean(None)
            | Value::Thing(_)
            | Value::List(_)
            | Value::Unknown => Figure::Unknown,
        }
    }

    /// What an aggregate goes over.
    fn member(&self, member: &Value) -> Message {
        match member {
            Value::Entity(entity) => Message::new("trace-name").with("name", self.titled(*entity)),
            Value::Years(years) => Message::new("trace-years").with("years", *years),
            Value::Text(text) => Message::new("trace-name").with("name", text.as_str()),
            _ => Message::new("trace-name").with("name", ""),
        }
    }

    fn binary(&self, scope: &mut Scope<'_>, operator: Binary, expression: &Expression, what: Message) -> Node {
        match operator {
            Binary::Plus | Binary::Minus => {
                let mut parts = Vec::new();
                self.terms(scope, expression, false, &mut parts);
                self.total(what, parts)
            }
            Binary::Times | Binary::Divide => {
                let Term::Binary(_, left, right) = &expression.term else {
                    return Node::unknown(what, "trace-note-unread");
                };
                let parts = vec![self.expression(scope, left), self.expression(scope, right)];
                let figure = match parts.as_slice() {
                    [left, right] => self.product(operator, &left.figure, &right.figure),
                    _ => Figure::Unknown,
                };
                let how = if operator == Binary::Times { "trace-note-times" } else { "trace-note-divided" };
                let node = Node { adds_up: false, ..Node::new(figure, what) }.with_parts(parts);
                reasoned(node).note(Message::new(how))
            }
            _ => self.comparison(scope, operator, expression, what),
        }
    }

    /// The terms of a sum, each as it counts.
    fn terms(&self, scope: &mut Scope<'_>, expression: &Expression, minus: bool, parts: &mut Vec<Node>) {
        if let Term::Binary(operator @ (Binary::Plus | Binary::Minus), left, right) = &expression.term {
            self.terms(scope, left, minus, parts);
            self.terms(scope, right, minus != (*operator == Binary::Minus), parts);
            return;
        }
        let node = self.expression(scope, expression);
        parts.push(if minus { node.negated() } else { node });
    }

    /// What amounts, or numbers, come to together; a plain number beside an amount means an amount.
    fn total(&self, what: Message, mut parts: Vec<Node>) -> Node {
        let money = parts.iter().any(|part| matches!(part.figure, Figure::Amount(_) | Figure::Unknown));
        if money {
            for part in &mut parts {
                self.as_amount(part);
            }
            return Node::sum(what, parts);
        }
        let add = |sum: Option<Ratio<i128>>, part: &Node| sum?.checked_add(&number(&part.figure)?);
        let total = parts.iter().fold(Some(Ratio::from_integer(0)), add);
        Node::new(total.map_or(Figure::Unknown, Figure::Number), what).with_parts(parts)
    }

    fn as_amount(&self, node: &mut Node) {
        if let Figure::Number(value) = node.figure {
            node.figure = value.checked_mul(&minor(self.plan)).map_or(Figure::Unknown, Figure::Amount);
        }
    }

    #[expect(clippy::unused_self, reason = "said like the other steps")]
    fn product(&self, operator: Binary, left: &Figure, right: &Figure) -> Figure {
        let apply = |a: Ratio<i128>, b: Ratio<i128>| match operator {
            Binary::Times => a.checked_mul(&b),
            _ if b == Ratio::from_integer(0) => None,
            _ => a.checked_div(&b),
        };
        let is_amount = |figure: &Figure| matches!(figure, Figure::Amount(_));
        let value = match (number(left), number(right)) {
            (Some(a), Some(b)) => apply(a, b),
            _ => None,
        };
        let ratio_of_amounts = is_amount(left) && is_amount(right) && operator == Binary::Divide;
        let amount = (is_amount(left) || is_amount(right)) && !ratio_of_amounts;
        match value {
            Some(value) if amount => Figure::Amount(value),
            Some(value) => Figure::Number(value),
            None => Figure::Unknown,
        }
    }

    fn comparison(&self, scope: &mut Scope<'_>, operator: Binary, expression: &Expression, what: Message) -> Node {
        let Term::Binary(_, left, right) = &expression.term else { return Node::unknown(what, "trace-note-unread") };
        let mut parts = vec![self.expression(scope, left), self.expression(scope, right)];
        let figure = self.figure_of(scope.value(expression));
        let mut node = Node { adds_up: false, ..Node::new(figure, what) };
        if !operator.is_comparison() {
            return reasoned(node.with_parts(parts));
        }
        if parts.iter().any(|part| matches!(part.figure, Figure::Amount(_))) {
            for part in &mut parts {
                self.as_amount(part);
            }
        }
        if let [Node { figure: Figure::Amount(a), .. }, Node { figure: Figure::Amount(b), .. }] = parts.as_slice()
            && let Some(difference) = a.checked_sub(b)
            && let Some(difference) = crate::money::Money::from_wide(difference.round().to_integer())
        {
            node = node.note(Message::new("trace-note-difference").with("amount", difference));
        }
        reasoned(node.with_parts(parts))
    }

    fn together(&self, scope: &mut Scope<'_>, how: Aggregate, expression: &Expression, node: Node) -> Node {
        if how != Aggregate::Sum {
            let figure = self.figure_of(scope.value(expression));
            return reasoned(Node { figure, adds_up: how == Aggregate::Count, ..node });
        }
        let unsure = matches!(scope.value(expression), Value::Unknown) && self.division.is_none();
        let sum = self.total(node.what, node.parts);
        if !unsure {
            return sum;
        }
        let sum = Node { figure: Figure::Unknown, ..sum };
        if sum.says_why() { sum } else { sum.note(Message::new("trace-note-damaged")) }
    }

    /// A cell of a table, as printed.
    fn cell(&self, id: TableId, row: usize, column: usize) -> Node {
        let table = self.plan.tables.get(id.0 as usize);
        let found = table.and_then(|table| Some((table, table.cell(row, column)?)));
        let Some((table, cell)) = found else {
            return Node::unknown(Message::new("trace-all-goals"), "trace-note-unread");
        };
        let (row_words, column_words) = self.lines(table, row, column);
        let name = table.title.as_deref().or(table.name.as_deref()).unwrap_or_default();
        let what = Message::new("trace-cell").with("table", name).with("row", row_words).with("column", column_words);
        let figure = match cell.value {
            CellValue::Money => Figure::cents(cell.money.wide()),
            CellValue::Pm | CellValue::None => Figure::cents(0),
            CellValue::Unreadable => Figure::Unknown,
        };
        let place = table.place(cell.span());
        let written = self.sources.slice(place).trim();
        let node = Node::new(figure, what).at(place);
        match cell.value {
            CellValue::Pm => node.note(Message::new("trace-note-pm")),
            CellValue::Unreadable => node.note(Message::new("trace-note-unread")),
            CellValue::None => node.note(Message::new("trace-note-empty")),
            CellValue::Money if table.unit.0 > 0 => {
                node.note(Message::new("trace-note-unit").with("written", written).with("unit", table.unit))
            }
            CellValue::Money => self.computed(table, row, column, node),
        }
    }

    /// What the formula of a cell's row or column gives, beside what the cell says.
    fn computed(&self, table: &Table, row: usize, column: usize, node: Node) -> Node {
        use crate::outcome::evaluate::Line;
        let of_row = table.rows.get(row).and_then(|row| row.formula.as_ref());
        let of_column = table.columns.get(column).and_then(|column| column.formula.as_ref());
        let (formula, line) = match (of_row, of_column) {
            (Some(formula), _) => (formula, Line { table, at: column, of_row: true }),
            (None, Some(formula)) => (formula, Line { table, at: row, of_row: false }),
            (None, None) => return node,
        };
        let mut scope = Scope { line: Some(line), ..Scope::new(self.plan, self.outcome) };
        let Value::Amount(quantity) = scope.value(formula) else { return node };
        let Some(money) = quantity.rounded() else { return node };
        let text = self.sources.slice(formula.place).trim();
        node.note(Message::new("trace-note-formula").with("formula", text).with("amount", money))
    }

    fn lines(&self, table: &Table, row: usize, column: usize) -> (Said, Said) {
        let total = || Said::Keyword("total", "totaal");
        let of_row = match table.rows.get(row).map(|row| (&row.head, row.label)) {
            Some((RowHead::Entity(entity), _)) => self.entity_words(*entity),
            Some((RowHead::Figure(name), _)) => Said::from(name.as_str()),
            Some((RowHead::Total, _)) => total(),
            Some((_, label)) => Said::from(self.sources.slice(table.place(label)).trim()),
            None => Said::from(""),
        };
        let of_column = match table.columns.get(column).map(|column| (&column.head, column.span)) {
            Some((ColumnHead::Years(years), _)) => Said::Years(*years),
            Some((ColumnHead::Entity(entity), _)) => self.entity_words(*entity),
            Some((ColumnHead::Figure(name), _)) => Said::from(name.as_str()),
            Some((ColumnHead::Total, _)) => total(),
            Some((_, span)) => Said::from(self.sources.slice(table.place(span)).trim()),
            None => Said::from(""),
        };
        (of_row, of_column)
    }

    fn entity_words(&self, entity: Entity) -> Said {
        self.titled(entity)
    }
}

/// Says that something cannot be worked out, where nothing below it says why.
fn reasoned(node: Node) -> Node {
    if node.figure == Figure::Unknown && !node.says_why() {
        return node.note(Message::new("trace-note-no-value"));
    }
    node
}

/// A figure as a number, amounts in minor units.
fn number(figure: &Figure) -> Option<Ratio<i128>> {
    match figure {
        Figure::Amount(value) | Figure::Number(value) => Some(*value),
        Figure::Share(share) => ratio(*share),
        Figure::Truth(_) | Figure::Words(_) | Figure::Unknown => None,
    }
}

//! Plans worked out by hand, to hold the oracle to.

use crate::oracle::{Answers, answers};
use crate::small::*;

fn source(name: &str, tranches: &[(Year, i64)], carry: Carry) -> Source {
    let tranches = tranches.iter().map(|&(year, cents)| Tranche { year, cents, expected: false }).collect();
    Source {
        name: name.to_string(),
        whole: None,
        tags: Vec::new(),
        tranches,
        unlimited: false,
        carry,
        available: None,
        needs: None,
    }
}

fn reserve(name: &str, opening: i64, floor: i64, ceiling: Option<i64>) -> Reserve {
    Reserve {
        name: name.to_string(),
        tags: Vec::new(),
        opening: Some(opening),
        floor,
        ceiling,
        limit: None,
        adds: Vec::new(),
        withdraws: Vec::new(),
        ends: None,
        release: None,
    }
}

fn goal(name: &str, costs: &[(Year, Year, i64)], paid_by: &[&str]) -> Goal {
    let costs = costs.iter().map(|&(from, through, cents)| Cost { from, through, cents }).collect();
    let list: Vec<String> = paid_by.iter().map(|n| n.to_string()).collect();
    Goal {
        name: name.to_string(),
        tags: Vec::new(),
        lines: vec![Line { title: None, costs }],
        budget: None,
        paid_by: if list.is_empty() { PaidBy::Anyone } else { PaidBy::List(list) },
        caps: Vec::new(),
        priority: None,
        optional: false,
        remainder: None,
        theme: None,
        needs: None,
    }
}

fn plan(years: usize, sources: Vec<Source>, reserves: Vec<Reserve>, goals: Vec<Goal>) -> SmallPlan {
    SmallPlan { first: 2024, years, sources, reserves, goals, ..SmallPlan::default() }
}

fn usage(a: &Answers) -> Vec<i64> {
    a.vectors.iter().flat_map(|v| &v.usage).map(|u| u.2).collect()
}

/// What is wrong; empty if all is as worked out.
pub fn wrong() -> Vec<String> {
    let mut wrong = Vec::new();
    let mut check = |name: &str, plan: SmallPlan, is: &dyn Fn(&Answers) -> bool| match answers(&plan) {
        Some(a) if is(&a) => {}
        other => wrong.push(format!("{name}: {other:?}")),
    };
    // Both fit only if the first does not take what it likes best.
    let (s1, s2) = (source("s1", &[(0, 5)], Carry::Stays), source("s2", &[(0, 5)], Carry::Stays));
    let goals = vec![goal("a", &[(0, 0, 5)], &["s1", "s2"]), goal("b", &[(0, 0, 5)], &["s1"])];
    check("a greedy preference starves", plan(1, vec![s1.clone(), s2], vec![], goals), &|a| {
        a.shortage == 0 && a.vectors.as_ref().is_some_and(|v| v.positions == 5 * 2 + 5)
    });
    // 3 of 2025 cannot be paid: 4 comes in, 6 is asked, what 2024 leaves lapses.
    let lapses = source("s", &[(0, 5), (1, 4)], Carry::Lapses);
    let goals = vec![goal("a", &[(0, 0, 2), (1, 1, 7)], &[])];
    check("what lapses does not help", plan(2, vec![lapses.clone()], vec![], goals.clone()), &|a| {
        let costs = a.conflict_costs.iter().map(|c| c.1.as_str()).collect::<Vec<_>>();
        let money = a.conflict_money.iter().map(|c| c.1.as_str()).collect::<Vec<_>>();
        a.shortage == 3 && a.timeline == [0, 3] && costs == ["2025"] && money == ["2025"]
    });
    // If it goes to a reserve with a ceiling of 2, 1 of the 3 left over is lost and 1 is still short.
    let to_reserve = source("s", &[(0, 5), (1, 4)], Carry::GoesTo("r".to_string()));
    let kept = plan(2, vec![to_reserve], vec![reserve("r", 0, 0, Some(2))], goals);
    check("a ceiling spills", kept, &|a| {
        a.shortage == 1 && a.vectors.as_ref().is_some_and(|v| v.overflow == 1 && v.covered[1].2 == 6)
    });
    // 10 in the reserve, 3 must stay: 7 can be paid, whatever the year.
    let goals = vec![goal("a", &[(0, 0, 3), (1, 1, 3)], &[])];
    check("a floor stays", plan(2, vec![lapses.clone()], vec![reserve("r", 10, 3, None)], goals), &|a| {
        // The lapsing money first: 3 of 2024, 3 of 2025, nothing of the reserve.
        let room: Vec<Option<i64>> = a.headroom_goals.values().copied().collect();
        a.shortage == 0 && usage(a) == [3, 3, 0] && room == [Some(9), Some(8)]
    });
    // A window takes what expires soonest: 2 of 2024, then 2 of 2025.
    let goals = vec![goal("a", &[(0, 1, 4)], &[])];
    let two = source("s", &[(0, 2), (1, 3)], Carry::Lapses);
    check("a window over two years", plan(2, vec![two], vec![], goals), &|a| {
        a.shortage == 0
            && usage(a) == [2, 2]
            && a.headroom_tranches.values().copied().collect::<Vec<_>>() == [1, 1]
            && a.headroom_goals.values().copied().collect::<Vec<_>>() == [Some(1)]
    });
    // Optional goals: the one with the lower number first; then there is nothing left for the other.
    let (mut x, mut y) = (goal("x", &[(0, 0, 3)], &[]), goal("y", &[(0, 0, 3)], &[]));
    (x.optional, y.optional, y.priority) = (true, true, Some(1));
    let five = source("s", &[(0, 5)], Carry::Stays);
    check("optional by priority", plan(1, vec![five.clone()], vec![], vec![x.clone(), y]), &|a| {
        a.taken.iter().eq(["y"]) && a.left_out.iter().eq(["x"])
    });
    // What is left in 2024 after all required costs, also those of 2025.
    let mut rest = goal("rest", &[], &[]);
    rest.remainder = Some(("s".to_string(), 0));
    let goals = vec![goal("a", &[(1, 1, 2)], &[]), rest];
    check("a remainder", plan(2, vec![five.clone()], vec![], goals), &|a| {
        a.shortage == 0 && a.vectors.as_ref().is_some_and(|v| v.covered[1] == ("rest".to_string(), 0, 3))
    });
    // 25% of 5 is 1.25: 1 and 4 by largest remainder. s2 has 3.
    let mut shared = goal("a", &[(0, 0, 5)], &[]);
    shared.paid_by = PaidBy::Shares(vec![("s".to_string(), 25), ("t".to_string(), 75)]);
    let three = source("t", &[(0, 3)], Carry::Stays);
    check("shares", plan(1, vec![five.clone(), three], vec![], vec![shared]), &|a| {
        let member = ("a".to_string(), "2024".to_string(), Some("t".to_string()));
        a.shortage == 1 && a.conflict_costs.iter().eq([&member])
    });
    // 4 may leave the reserve in a year, and 5 is asked: the limit is in the conflict, the opening is not.
    let mut limited = reserve("r", 9, 0, None);
    limited.limit = Some(4);
    check("a limit", plan(1, vec![], vec![limited], vec![goal("a", &[(0, 0, 5)], &[])]), &|a| {
        a.shortage == 1
            && a.conflict_money.is_empty()
            && a.conflict_bounds.iter().eq([&("r".to_string(), "2024".to_string(), "limit")])
    });
    wrong
}

//! Who may do a deed, for those who may not: as the table of transitions says it.

use crate::domain::transition::Deed;
use crate::domain::user::Role;
use crate::lang::terms;

/// `Nhờ đơn vị chủ trì hoặc chuyên viên theo dõi.`
pub(super) fn vi(deed: Deed) -> String {
    let clerks = ["đơn vị chủ trì", "đơn vị được hỏi"];
    format!("Nhờ {}.", listed(deed, clerks, terms::VI.role, "hoặc"))
}

/// `Ask the lead agency or a monitor.`
pub(super) fn en(deed: Deed) -> String {
    let clerks = ["lead agency", "agency that was asked"];
    format!("Ask the {}.", listed(deed, clerks, terms::EN.role, "or"))
}

fn listed(deed: Deed, clerks: [&str; 2], role: fn(Role) -> &'static str, or: &str) -> String {
    let rule = deed.rule();
    let agencies = clerks.into_iter().zip([rule.by_lead, rule.by_support]);
    let agencies = agencies.filter(|(_, may)| *may).map(|(clerk, _)| clerk);
    let who: Vec<&str> = agencies.chain(rule.by.iter().map(|it| role(*it))).collect();
    who.join(&format!(" {or} "))
}

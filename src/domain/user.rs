//! Who is at the keyboard, and in which office.

use serde::{Deserialize, Serialize};

use super::id::AgencyId;

/// What a person is for the offices (DESIGN 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Looks.
    Viewer,
    /// Works on the tasks that the own agency leads.
    Clerk,
    /// Follows all agencies: assigns, confirms, returns, transfers, urges, imports.
    Monitor,
    /// Decides: extensions, suspensions, explanations.
    Leader,
    /// Keeps agencies, users, holidays and settings.
    Administrator,
    /// An unknown login on a file of their own: may do all, and the two rules of confirmation rest.
    Owner,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 6] = [
        Self::Viewer,
        Self::Clerk,
        Self::Monitor,
        Self::Leader,
        Self::Administrator,
        Self::Owner,
    ];

    /// The word that the database keeps.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Clerk => "clerk",
            Self::Monitor => "monitor",
            Self::Leader => "leader",
            Self::Administrator => "administrator",
            Self::Owner => "owner",
        }
    }

    /// True for those who enter tasks and correct them, by hand or from a file.
    #[must_use]
    pub const fn enters_tasks(self) -> bool {
        matches!(self, Self::Monitor | Self::Owner)
    }

    /// True for those who keep agencies, users, days off and settings.
    #[must_use]
    pub const fn keeps_frame(self) -> bool {
        matches!(self, Self::Administrator | Self::Owner)
    }

    /// The role of that code, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// The person in whose name things are done; a login, never a personal name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The name in the log.
    pub login: String,
    /// The agency that the person belongs to.
    pub agency: Option<AgencyId>,
    /// What the person is for the offices.
    pub role: Role,
}

impl User {
    /// An unknown login on a file of their own.
    #[must_use]
    pub fn owner(login: &str) -> Self {
        Self {
            login: login.to_owned(),
            agency: None,
            role: Role::Owner,
        }
    }

    /// True where the person's agency leads the task.
    #[must_use]
    pub fn leads(&self, agency: AgencyId) -> bool {
        self.agency == Some(agency) && agency != AgencyId::UNRESOLVED
    }
}

/// A user as the administrator keeps them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The person.
    pub user: User,
    /// May not come in any more; the name stays in the log.
    pub is_disabled: bool,
}

//! Which database, who, from where, which day: what every command needs before it asks anything.

use std::io::IsTerminal;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};

use super::args::{self, Arguments};
use super::door::{Calling, Door};
use super::print::{self, Form};
use crate::config::{Config, Environment, Flags};
use crate::domain::amount::Amount;
use crate::domain::error::{Error, Result};
use crate::lang::{Words, format};
use crate::store::{Access, Store};
use crate::work::opening::may_keep;
use crate::work::progress::{Cancel, Progress};
use crate::work::session::{Session, SessionSetup};

/// The circumstances of a run.
pub struct Place {
    /// The settings in force.
    pub config: Config,
    /// The environment, read once.
    pub environment: Environment,
    /// The words of the language.
    pub words: &'static Words,
    /// Numbered prompts instead of screens.
    pub line: bool,
    /// How rows are printed.
    pub form: Form,
    /// One JSON object is wanted, of a failure too.
    pub is_json: bool,
    /// The door of a shared server, where a clerk came through it.
    pub door: Option<Door>,
    user: Option<String>,
    today: Option<NaiveDate>,
    /// Shows everything as it was at the end of this day.
    as_of: Option<NaiveDate>,
}

impl Place {
    /// Puts the circumstances together from options and environment.
    ///
    /// # Errors
    /// A value of an option, a variable or a configuration file that is none; what is refused at the door.
    pub fn find(arguments: &Arguments, environment: Environment, is_json: bool) -> Result<Self> {
        let common = &arguments.common;
        let calling = Calling::of(arguments, &environment)?;
        let environment = match calling {
            Some(_) => environment.without_ours(),
            None => environment,
        };
        let flags = Flags {
            db: common.db.clone(),
            lang: common.lang.clone(),
            color: common.color.clone(),
        };
        let mut config = Config::read(&flags, &environment)?;
        let door = calling
            .map(|calling| calling.open(&mut config, &environment))
            .transpose()?;
        let today = common
            .today
            .as_deref()
            .or_else(|| environment.value("CCHC_TODAY"));
        Ok(Self {
            words: config.language.words(),
            today: today.map(|text| args::date(text, "today")).transpose()?,
            as_of: common
                .as_of
                .as_deref()
                .map(|text| args::date(text, "as_of"))
                .transpose()?,
            line: common.line,
            form: common.form(),
            is_json,
            door,
            user: common.user.clone(),
            config,
            environment,
        })
    }

    /// The name in the log.
    #[must_use]
    pub fn login(&self) -> String {
        let named = self
            .user
            .as_deref()
            .or_else(|| self.environment.value("LOGNAME"));
        let named = named
            .or_else(|| self.environment.value("USER"))
            .map(crate::domain::fold::clean);
        named
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| format!("uid{}", rustix::process::getuid().as_raw()))
    }

    /// A day in a row: as people write it, or as scripts read it.
    #[must_use]
    pub fn date(&self, day: NaiveDate) -> String {
        match self.form {
            Form::Columns => format::date(day),
            Form::Plain { .. } => day.to_string(),
        }
    }

    /// The same of a day that may not be there.
    #[must_use]
    pub fn day(&self, day: Option<NaiveDate>) -> String {
        day.map_or_else(String::new, |day| self.date(day))
    }

    /// A moment in a row: on the clock of the office, or in UTC.
    #[must_use]
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        match self.form {
            Form::Columns => format::moment(at),
            Form::Plain { .. } => at.to_rfc3339_opts(SecondsFormat::Secs, true),
        }
    }

    /// A figure in a row, with or without marks between its thousands.
    #[must_use]
    pub fn number(&self, value: i64) -> String {
        match self.form {
            Form::Columns => format::number(value, self.words.language),
            Form::Plain { .. } => value.to_string(),
        }
    }

    /// An amount in a row, with the decimal mark of the language or a point.
    #[must_use]
    pub fn amount(&self, value: Amount) -> String {
        match self.form {
            Form::Columns => format::amount(value, self.words.language),
            Form::Plain { .. } => value.to_string(),
        }
    }

    /// A share in a row, in percent.
    #[must_use]
    pub fn share(&self, part: i64, whole: i64) -> String {
        match self.form {
            Form::Columns => format::share(part, whole, self.words.language),
            Form::Plain { .. } => {
                Amount::percent(part, whole).map_or_else(String::new, |it| it.to_string())
            }
        }
    }

    /// The user that was named on the command line.
    #[must_use]
    pub fn named_user(&self) -> Option<&str> {
        self.user.as_deref()
    }

    /// Everything is shown as it was on a past day.
    #[must_use]
    pub fn is_looking_back(&self) -> bool {
        self.as_of.is_some()
    }

    /// Whether whoever is at the keyboard may copy the working database, or put a copy in its place.
    ///
    /// # Errors
    /// Where their account may not.
    pub fn may_keep(&self) -> Result<()> {
        may_keep(&self.config.db, &self.login(), self.user.is_some())
    }

    /// Opens a session on the working database.
    ///
    /// # Errors
    /// Whatever keeps the database from being opened.
    pub fn session(&self) -> Result<Session> {
        let mut session = self.session_on(&self.config.db, &self.login())?;
        if let Some(day) = self.as_of {
            self.look_back(&mut session, day)?;
        }
        Ok(session)
    }

    /// Opens a session that only looks: at a damaged database, of which nothing is written.
    ///
    /// # Errors
    /// Whatever keeps the database from being looked at.
    pub fn look(&self) -> Result<Session> {
        let path = &self.config.db;
        open(path, Access::Look, self.setup(path, &self.login()))
    }

    /// Opens a session for what can still be read of a damaged database.
    ///
    /// # Errors
    /// As [`Place::look`]; whatever keeps even that from being read.
    pub fn rescue(&self) -> Result<Session> {
        let path = &self.config.db;
        match self.look() {
            Err(error) if error.is_of_harm() => {
                let store = Store::open(path, Access::Look)?;
                Session::rescue(store, self.setup(path, &self.login()))
            }
            looked => looked,
        }
    }

    /// Opens a session that writes nothing, not even what falls due to be written today, and that waits for nobody.
    ///
    /// # Errors
    /// Whatever keeps the database from being opened.
    pub fn glance(&self) -> Result<Session> {
        let path = &self.config.db;
        match self.as_of {
            Some(_) => self.session(),
            None => opened(path, Store::glance, self.setup(path, &self.login())),
        }
    }

    /// Shows a past day from here on, telling a terminal how far it is; Ctrl-C ends it.
    fn look_back(&self, session: &mut Session, day: NaiveDate) -> Result<()> {
        let cancel = Cancel::default();
        let heard = signal_hook::flag::register(signal_hook::consts::SIGINT, cancel.shared())?;
        let is_watched = std::io::stderr().is_terminal();
        let mut progress = Progress::new(cancel, |done, total| {
            if is_watched {
                print::murmur(&format!(
                    "\r{}",
                    (self.words.console.looking_back)(done, total)
                ));
            }
        });
        let looked = session.look_back(Some(day), &mut progress);
        drop(progress);
        if is_watched {
            print::aside("");
        }
        signal_hook::low_level::unregister(heard);
        looked
    }

    /// Opens a session on a database under a name.
    ///
    /// # Errors
    /// Whatever keeps the database from being opened.
    pub fn session_on(&self, path: &Path, login: &str) -> Result<Session> {
        let access = if self.today.is_some() || self.as_of.is_some() {
            Access::Look
        } else {
            Access::Write
        };
        let mut session = open(path, access, self.setup(path, login))?;
        session.use_skeletons(self.config.skeletons.clone());
        Ok(session)
    }

    /// Opens such a session later, on another thread, as often as it is needed.
    pub fn opener(
        &self,
        path: &Path,
        login: &str,
    ) -> impl Fn() -> Result<Session> + Send + 'static {
        let setup = self.setup(path, login);
        let path = path.to_path_buf();
        let access = match setup.today {
            Some(_) => Access::Look,
            None => Access::Write,
        };
        let skeletons = self.config.skeletons.clone();
        move || {
            let setup = SessionSetup {
                login: setup.login.clone(),
                origin: setup.origin.clone(),
                files: setup.files.clone(),
                clock: Box::new(Utc::now),
                ..setup
            };
            let mut session = open(&path, access, setup)?;
            session.use_skeletons(skeletons.clone());
            Ok(session)
        }
    }

    /// The setup of a session on this file under this name.
    #[must_use]
    pub fn setup(&self, path: &Path, login: &str) -> SessionSetup {
        let is_own = path
            .metadata()
            .is_ok_and(|file| file.uid() == rustix::process::geteuid().as_raw());
        SessionSetup {
            login: login.to_owned(),
            today: self.today,
            origin: self.origin(),
            // A name that was given is an account's or nobody's; only the login name is one's own.
            is_own_file: is_own && self.user.is_none(),
            is_named: self.user.is_some(),
            files: self.door.as_ref().map(Door::files).unwrap_or_default(),
            clock: Box::new(Utc::now),
        }
    }

    /// From where: the client's address under SSH, else the terminal, else the command line.
    #[must_use]
    pub fn origin(&self) -> String {
        if let Some(client) = self.environment.value("SSH_CONNECTION") {
            let address = client.split(' ').next().unwrap_or(client);
            return format!("ssh {}", crate::domain::fold::clean(address));
        }
        let name = rustix::termios::ttyname(std::io::stdin(), Vec::new()).ok();
        name.and_then(|name| name.into_string().ok()).map_or_else(
            || "cli".to_owned(),
            |name| name.trim_start_matches("/dev/").to_owned(),
        )
    }
}

fn open(path: &Path, access: Access, setup: SessionSetup) -> Result<Session> {
    opened(path, |path| Store::open(path, access), setup)
}

fn opened(
    path: &Path,
    open: impl Fn(&Path) -> Result<Store>,
    setup: SessionSetup,
) -> Result<Session> {
    let store = match open(path) {
        // A file that may only be read can still be looked at.
        Err(Error::ReadOnly) => Store::open(path, Access::Look)?,
        opened => opened?,
    };
    let (found, known) = store.schemas()?;
    if found == known {
        return Session::open(store, setup);
    }
    // Who looks changes nothing and finds nothing in an older file: it is brought up to date first, as any opening does.
    drop(store);
    match Store::open(path, Access::Write) {
        Ok(raised) => drop(raised),
        Err(Error::ReadOnly | Error::NoPermission(_)) => {
            return Err(Error::TooOld { found, known });
        }
        Err(other) => return Err(other),
    }
    Session::open(Store::open(path, Access::Look)?, setup)
}

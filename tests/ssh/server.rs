//! A server: `sshd` as the snippet of this package sets it up, the database of an office, and a key for each clerk,
//! whose line `cchc user key` made.

use std::fs;
use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use super::office::{Office, said, text};
use super::terminal::{PATIENCE, Terminal};

const SSHD: &str = "/usr/sbin/sshd";

/// The account that the clerks come to.
const ACCOUNT: &str = "root";

/// A running server.
pub struct Server {
    pub office: Office,
    pub port: u16,
    sshd: Child,
}

impl Server {
    /// A server with the sample, where these come in; none where there can be none, which is said.
    pub fn with(logins: &[&str]) -> Option<Self> {
        let missing =
            if !Path::new(SSHD).exists() || Command::new("ssh").arg("-V").output().is_err() {
                Some("openssh-server and openssh-client are not here")
            } else if !rustix::process::geteuid().is_root() {
                Some("only root can run sshd with terminals")
            } else {
                None
            };
        if let Some(missing) = missing {
            let must = std::env::var("CCHC_CI").is_ok_and(|value| value == "1");
            assert!(!must, "{missing}");
            eprintln!("skipped: {missing}");
            return None;
        }
        let office = Office::with_sample()?;
        fs::create_dir_all("/run/sshd").unwrap(); // where sshd gives up its privileges; Debian makes it at boot
        make_key(&office.path("host"));
        let lines: String = logins
            .iter()
            .map(|login| line_for(&office, login))
            .collect();
        fs::write(office.path("keys"), lines).unwrap();
        Some(Self::heard(office))
    }

    /// One after the other: a port that was found free is nobody else's before this server listens to it. Should another
    /// program have taken it meanwhile, there are others.
    fn heard(office: Office) -> Self {
        static BEGINNING: Mutex<()> = Mutex::new(());
        let _turn = BEGINNING.lock();
        let (port, sshd) = spawned(&office);
        let mut server = Self { office, port, sshd };
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", server.port)).is_err() {
            assert!(
                Instant::now() < deadline,
                "sshd does not listen: {}",
                server.log()
            );
            if server.sshd.try_wait().unwrap().is_some() {
                (server.port, server.sshd) = spawned(&server.office);
            }
            std::thread::sleep(Duration::from_millis(20)); // nothing tells when a port is listened to
        }
        server
    }

    /// What sshd said.
    pub fn log(&self) -> String {
        fs::read_to_string(self.office.path("sshd.log")).unwrap_or_default()
    }

    /// The directory of a clerk's files.
    pub fn tray(&self, login: &str) -> PathBuf {
        self.office.path("users").join(login).join("files")
    }

    /// What lies in the directory of a clerk's files.
    pub fn kept(&self, login: &str) -> Vec<String> {
        let entries = fs::read_dir(self.tray(login)).into_iter().flatten();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// The command line of a client, as this clerk, with these options before the name of the server.
    pub fn client(&self, login: &str, options: &[&str]) -> Vec<String> {
        let key = self.office.path(login);
        let port = self.port.to_string();
        let fixed = [
            "ssh",
            "-F",
            "/dev/null",
            "-p",
            &port,
            "-i",
            text(&key),
            "-o",
            "IdentitiesOnly=yes",
            "-o",
            "StrictHostKeyChecking=no",
            "-o",
            "UserKnownHostsFile=/dev/null",
            "-o",
            "LogLevel=ERROR",
            "-o",
            "BatchMode=yes",
            "-o",
            "SendEnv=LANG",
        ];
        let target = format!("{ACCOUNT}@127.0.0.1");
        fixed
            .iter()
            .chain(options)
            .map(|word| (*word).to_owned())
            .chain([target])
            .collect()
    }

    /// Runs a client to its end, with these bytes on its standard input.
    pub fn run_with(&self, login: &str, options: &[&str], words: &[&str], input: &[u8]) -> Output {
        let line = self.client(login, options);
        let mut command = Command::new(&line[0]);
        self.office.clean(&mut command);
        let child = command
            .args(&line[1..])
            .arg("--") // what follows is no option of the client
            .args(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        finish(child.unwrap(), input)
    }

    /// Asks for something at the door: `put NAME`, as words of a command line.
    pub fn ask(&self, login: &str, words: &[&str], input: &[u8]) -> Output {
        self.run_with(login, &[], words, input)
    }

    /// The same, which must be done; gives what was said.
    #[track_caller]
    pub fn get(&self, login: &str, words: &[&str], input: &[u8]) -> Vec<u8> {
        let output = self.ask(login, words, input);
        assert!(
            output.status.success(),
            "{words:?}: {} {}{}",
            output.status,
            said(&output.stderr),
            self.log()
        );
        output.stdout
    }

    /// Opens the screens as this clerk.
    pub fn open(&self, login: &str) -> Terminal {
        self.open_with(login, &[])
    }

    /// The same with further options of `ssh`.
    pub fn open_with(&self, login: &str, options: &[&str]) -> Terminal {
        let line = self.client(login, &[&["-tt"], options].concat());
        let words: Vec<&str> = line.iter().map(String::as_str).collect();
        Terminal::start_program(&self.office, &words)
    }

    /// The processes of the program on this server's database.
    pub fn programs(&self) -> Vec<u32> {
        let db = self.office.db();
        let is_ours = |id: &u32| {
            let line = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
            let words: Vec<&[u8]> = line.split(|byte| *byte == 0).collect();
            words.first().is_some_and(|word| word.ends_with(b"/cchc"))
                && words.contains(&text(&db).as_bytes())
        };
        let entries = fs::read_dir("/proc").unwrap();
        let ids = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
        ids.filter(is_ours).collect()
    }

    /// Waits until none of them runs, and gives the time that took.
    #[track_caller]
    pub fn wait_for_nobody(&self) -> Duration {
        let since = Instant::now();
        while !self.programs().is_empty() {
            assert!(
                since.elapsed() < PATIENCE,
                "a program stays: {:?}",
                self.programs()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        since.elapsed()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.sshd.kill();
        let _ = self.sshd.wait();
    }
}

/// Gives a process its input and waits for its end.
pub fn finish(mut child: Child, input: &[u8]) -> Output {
    let mut pipe = child.stdin.take().unwrap();
    let input = input.to_vec();
    // Who is refused reads no further: that the pipe breaks then is no failure.
    let writer = std::thread::spawn(move || drop(pipe.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn make_key(path: &Path) {
    let made = Command::new("ssh-keygen")
        .args([
            "-q",
            "-t",
            "ed25519",
            "-N",
            "",
            "-C",
            "test",
            "-f",
            text(path),
        ])
        .status();
    assert!(made.unwrap().success());
}

/// A key for a clerk, and its line as the program prints it.
fn line_for(office: &Office, login: &str) -> String {
    let path = office.path(login);
    make_key(&path);
    let key = path.with_file_name(format!("{login}.pub"));
    let output = office.run(&["user", "key", login, text(&key), "--db", text(&office.db())]);
    assert!(output.status.success(), "{}", said(&output.stderr));
    said(&output.stdout)
}

/// An `sshd` on a port that nobody listens to.
fn spawned(office: &Office) -> (u16, Child) {
    let port = TcpListener::bind("127.0.0.1:0")
        .and_then(|it| it.local_addr())
        .unwrap()
        .port();
    fs::write(office.path("sshd_config"), config(office, port)).unwrap();
    let log = fs::File::create(office.path("sshd.log")).unwrap();
    let sshd = Command::new(SSHD)
        .args(["-D", "-e", "-f", text(&office.path("sshd_config"))])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .unwrap();
    (port, sshd)
}

/// The snippet of the package, with the account, the file of keys and the directories of this test. More is taken
/// from the client than it recommends: what the program must not listen to has to reach it.
fn config(office: &Office, port: u16) -> String {
    let snippet = include_str!("../../assets/sshd/cchc.conf");
    let block = snippet
        .replace("Match User cchc", &format!("Match User {ACCOUNT}"))
        .replace("/etc/ssh/cchc/%u", text(&office.path("keys")));
    assert!(block.contains(text(&office.path("keys"))));
    let set: String = [("STATE", "state"), ("CONFIG", "config"), ("DATA", "data")]
        .iter()
        .map(|(name, folder)| format!(" XDG_{name}_HOME={}", text(&office.path(folder))))
        .collect();
    fs::create_dir_all(office.path("config/cchc")).unwrap();
    let settings = format!(
        "[door]\ndirectory = \"{}\"\nquota_mb = 1\nfiles = 5\n",
        text(&office.path("users"))
    );
    fs::write(office.path("config/cchc/config.toml"), settings).unwrap();
    format!(
        "Port {port}\nListenAddress 127.0.0.1\nHostKey {}\nPidFile none\nUsePAM no\nStrictModes no\n\
         PermitRootLogin forced-commands-only\nMaxStartups 100\nAcceptEnv LANG LC_* CCHC_* EDITOR PAGER\n\
         Subsystem sftp internal-sftp\nSetEnv{set}\n{block}",
        text(&office.path("host")),
    )
}

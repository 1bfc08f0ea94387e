//! The completions for shells, and whether the shells take them.

use std::process::Command;

use cchc::cli::localized;
use cchc::lang::VI;
use clap_complete::Shell;

use crate::{assets, hold};

/// The shells, and the names under which they look for completions.
const SHELLS: [(Shell, &str); 3] = [
    (Shell::Bash, "cchc.bash"),
    (Shell::Zsh, "_cchc"),
    (Shell::Fish, "cchc.fish"),
];

/// Vietnamese, as the program is unless it is told otherwise; a hidden command stays hidden.
fn completion(shell: Shell) -> String {
    let mut written = Vec::new();
    clap_complete::generate(
        shell,
        &mut without_hidden(localized(&VI)),
        "cchc",
        &mut written,
    );
    String::from_utf8(written).unwrap()
}

/// The generators list hidden commands too.
fn without_hidden(command: clap::Command) -> clap::Command {
    let (kept, mut bare) = (
        command.get_subcommands().cloned().collect::<Vec<_>>(),
        clap::Command::new("cchc"),
    );
    bare = bare.version(env!("CARGO_PKG_VERSION"));
    bare = bare
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true);
    if let Some(about) = command.get_about() {
        bare = bare.about(about.clone());
    }
    bare.args(command.get_arguments().cloned())
        .subcommands(kept.into_iter().filter(|command| !command.is_hide_set()))
}

#[test]
fn the_completions_are_those_of_the_command_line() {
    for (shell, name) in SHELLS {
        hold(&assets().join("completions").join(name), &completion(shell));
    }
}

/// What the shell answers to a script, or none where it is not on this machine.
fn answer(shell: &str, script: &str) -> Option<String> {
    let ran = Command::new(shell).args(["-c", script]).output();
    let Ok(ran) = ran else {
        println!("skipped: {shell} is not on this machine");
        return None;
    };
    let (out, err) = (
        String::from_utf8_lossy(&ran.stdout),
        String::from_utf8_lossy(&ran.stderr),
    );
    assert!(err.is_empty(), "{shell}: {err}");
    Some(out.into_owned())
}

fn file(name: &str) -> String {
    assets()
        .join("completions")
        .join(name)
        .display()
        .to_string()
}

#[test]
fn bash_completes_commands_and_the_commands_below_them() {
    let ask = |words: &str, last: usize| {
        let script = format!(
            "source {}; COMP_WORDS=({words}); COMP_CWORD={last}; _cchc cchc \"${{COMP_WORDS[$COMP_CWORD]}}\" \"\"; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            file("cchc.bash")
        );
        answer("bash", &script)
    };
    let Some(first) = ask("cchc im", 1) else {
        return;
    };
    assert_eq!(first.trim(), "import");
    let second = ask("cchc import ''", 2).unwrap_or_default();
    for word in ["tasks", "list", "finish", "undo"] {
        assert!(second.lines().any(|line| line == word), "{second}");
    }
    let hidden = ask("cchc gen", 1).unwrap_or_default();
    assert_eq!(hidden.trim(), "");
}

#[test]
fn zsh_takes_its_completions() {
    // A file that zsh cannot read is said on its error channel.
    let script = format!(
        "autoload -U compinit; compinit -u -D; source {}; whence -w _cchc",
        file("_cchc")
    );
    if let Some(said) = answer("zsh", &script) {
        assert_eq!(said.trim(), "_cchc: function");
    }
}

#[test]
fn fish_completes_commands_with_what_they_do_in_vietnamese() {
    let script = format!("source {}; complete -C 'cchc import t'", file("cchc.fish"));
    if let Some(said) = answer("fish", &script) {
        assert!(
            said.starts_with("tasks\t") && said.contains("phụ lục"),
            "{said}"
        );
    }
}

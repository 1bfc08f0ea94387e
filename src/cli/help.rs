//! The texts of the help: put to the tree of commands in a language, with examples and the exit codes below.

use clap::{ArgAction, CommandFactory};

use super::args::Arguments;
use crate::lang::{ConsoleWords, Words};
use crate::ui::canvas::wrap;

/// A line has so many cells.
const WIDE: usize = 80;

/// The command with the texts of a language: help, manual pages and completions are made from it.
#[must_use]
pub fn localized(words: &Words) -> clap::Command {
    let console = &words.console;
    let mut command = Arguments::command()
        .about(console.about)
        .after_help(below(console))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .global(true)
                .action(ArgAction::Help)
                .help(console.help_flag),
        )
        .arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(console.version_flag),
        );
    for (path, text) in console.commands.iter().chain(words.scripts.commands) {
        command = describe(command, path, text);
    }
    for (path, lines) in words.scripts.examples_of {
        let text = format!("{}\n  {}", words.scripts.examples, lines.join("\n  "));
        command = on(command, path, |sub| sub.after_help(text));
    }
    for (name, text) in option_texts(words) {
        command = describe_option(command, name, text);
    }
    command
}

/// The texts of options and values, by the names of their fields.
fn option_texts(words: &Words) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    let options = [
        words.console.options,
        words.users.options,
        words.proof.options,
        words.paper.options,
        words.scripts.options,
    ];
    options.into_iter().flatten()
}

/// Puts a text to a command that is named by its path: `import tasks`.
fn describe(command: clap::Command, path: &str, text: &'static str) -> clap::Command {
    on(command, path, |sub| sub.about(text))
}

/// Does something to a command that is named by its path.
fn on(
    command: clap::Command,
    path: &str,
    change: impl FnOnce(clap::Command) -> clap::Command,
) -> clap::Command {
    let (first, rest) = path.split_once(' ').unwrap_or((path, ""));
    if command.find_subcommand(first).is_none() {
        return command;
    }
    command.mut_subcommand(first, |sub| match rest {
        "" => change(sub),
        rest => on(sub, rest, change),
    })
}

/// Puts a text to an option or value of every command that has it.
fn describe_option(mut command: clap::Command, name: &str, text: &'static str) -> clap::Command {
    if command
        .get_arguments()
        .any(|argument| argument.get_id() == name)
    {
        command = command.mut_arg(name, |argument| argument.help(text));
    }
    let subs: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    for sub in subs {
        command = command.mut_subcommand(sub, |sub| describe_option(sub, name, text));
    }
    command
}

/// Examples and exit codes.
fn below(console: &ConsoleWords) -> String {
    let each: Vec<String> = console
        .exits
        .iter()
        .map(|(code, means)| format!("{code} {means}"))
        .collect();
    let exits = format!("{}: {}.", console.exits_heading, each.join("; "));
    format!(
        "{}\n\n{}",
        console.after_help,
        wrap(&exits, WIDE).join("\n")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{EN, VI};

    #[test]
    fn every_text_of_the_help_belongs_to_something() {
        for words in [&VI, &EN] {
            let command = localized(words);
            for (path, _) in words.console.commands {
                let found = path
                    .split(' ')
                    .try_fold(&command, |command, name| command.find_subcommand(name));
                assert!(found.is_some(), "{path} is no command");
            }
        }
    }

    #[test]
    fn no_option_has_two_texts_of_which_one_is_never_read() {
        for words in [&VI, &EN] {
            let mut names: Vec<&str> = option_texts(words).map(|(name, _)| *name).collect();
            names.sort_unstable();
            let twice = names.windows(2).find(|pair| pair[0] == pair[1]);
            assert_eq!(twice, None);
        }
    }
}

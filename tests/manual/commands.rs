//! Commands and options, from the tree of the command line with the texts of a language.

use cchc::cli::localized;
use cchc::lang::Words;
use clap::{Arg, ArgAction, Command};

use crate::roff::{bold, heading, indented, italic, item, text, verbatim};

/// The line of the section NAME.
pub fn about(words: &Words) -> String {
    format!("cchc \\- {}\n", text(words.console.about))
}

/// The options of every command.
pub fn options(words: &Words) -> String {
    localized(words).get_arguments().map(argument).collect()
}

/// Every command with its options, below a heading for each that stands first.
pub fn commands(words: &Words) -> String {
    let mut written = String::new();
    for command in localized(words)
        .get_subcommands()
        .filter(|command| !command.is_hide_set())
    {
        written += &heading(&format!("cchc {}", command.get_name()));
        let is_bare = own(command).is_empty();
        if command.has_subcommands() || is_bare {
            written += &format!("{}\n", about_of(command));
        }
        if command.has_subcommands() || !is_bare {
            write(command, "cchc", &mut written);
        }
    }
    written
}

fn write(command: &Command, before: &str, written: &mut String) {
    let path = format!("{before} {}", command.get_name());
    if !command.has_subcommands() {
        written.push_str(&format!(
            ".TP\n{}\n{}\n",
            usage(command, &path),
            about_of(command)
        ));
        let each: String = own(command).into_iter().map(argument).collect();
        written.push_str(&indented(&each));
    }
    for command in command
        .get_subcommands()
        .filter(|command| !command.is_hide_set())
    {
        write(command, &path, written);
    }
}

fn about_of(command: &Command) -> String {
    command
        .get_about()
        .map_or_else(String::new, |about| text(&about.to_string()))
}

/// Its arguments without those of every command: values by their places, then options, `--json` last.
fn own(command: &Command) -> Vec<&Arg> {
    let is_own = |argument: &&Arg| !argument.is_global_set() && !argument.is_hide_set();
    let mut own: Vec<&Arg> = command.get_arguments().filter(is_own).collect();
    own.sort_by_key(|argument| {
        let is_json = argument.get_id() == "json";
        (!argument.is_positional(), argument.get_index(), is_json)
    });
    own
}

/// The command line: what is needed first, what may be left out in brackets.
fn usage(command: &Command, path: &str) -> String {
    let (needed, free): (Vec<&Arg>, Vec<&Arg>) = own(command)
        .into_iter()
        .partition(|argument| argument.is_required_set());
    let optional = |argument: &&Arg| format!("[{}]", form(argument));
    let (places, options): (Vec<&Arg>, Vec<&Arg>) = free
        .into_iter()
        .partition(|argument| argument.is_positional());
    let words = [bold(path)]
        .into_iter()
        .chain(needed.iter().map(|argument| form(argument)))
        .chain(places.iter().map(optional))
        .chain(options.iter().map(optional));
    words.collect::<Vec<_>>().join(" ")
}

/// An option with its value, or the name of a value.
fn form(argument: &Arg) -> String {
    let value = values(argument);
    let many = match argument
        .get_num_args()
        .is_some_and(|range| range.max_values() > 1)
        || matches!(argument.get_action(), ArgAction::Append)
    {
        true => " ...",
        false => "",
    };
    let name = argument.get_long().map(|long| bold(&format!("--{long}")));
    [name, value]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
        + many
}

fn values(argument: &Arg) -> Option<String> {
    let named = argument.get_value_names().map(|names| {
        let names: Vec<String> = names.iter().map(|name| italic(name)).collect();
        names.join(" ")
    });
    let takes = argument.is_positional() || argument.get_action().takes_values();
    takes.then(|| named.unwrap_or_else(|| italic(&argument.get_id().as_str().to_uppercase())))
}

fn argument(argument: &Arg) -> String {
    let short = argument.get_short().map(|short| bold(&format!("-{short}")));
    let term = [short, Some(form(argument))]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ");
    let help = argument
        .get_help()
        .map_or_else(String::new, ToString::to_string);
    item(&term, &help)
}

/// The exit codes.
pub fn exits(words: &Words) -> String {
    let each = words.console.exits.iter();
    each.map(|(code, means)| item(&bold(&code.to_string()), means))
        .collect()
}

/// The examples of the help, without their heading.
pub fn examples(words: &Words) -> String {
    let lines: Vec<&str> = words
        .console
        .after_help
        .lines()
        .skip(1)
        .map(str::trim)
        .collect();
    verbatim(&lines.join("\n"))
}

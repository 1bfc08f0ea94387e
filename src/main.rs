//! The door: hands the process's arguments, environment, clock and terminal to `cli`, and nothing else.

fn main() -> std::process::ExitCode {
    cchc::cli::run()
}

//! Tells the linker how to lay the program out.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    // Relocations packed as a bit map: 0.3 MB less to read and to keep at the start of every session. A linker or
    // loader that does not know them is older than what Debian 12 has.
    let target = |key| std::env::var(key).unwrap_or_default();
    if target("CARGO_CFG_TARGET_OS") == "linux" && target("CARGO_CFG_TARGET_ENV") == "gnu" {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

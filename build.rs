//! Tells the linker how to lay the program out.

/// What a session runs.
const SESSION: &str = "assets/link/session.ld";

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={SESSION}");
    println!("cargo:rerun-if-env-changed=CCHC_LAYOUT");
    // Relocations packed as a bit map: 0.3 MB less to read and to keep at the start of every session. A linker or
    // loader that does not know them is older than what Debian 12 has.
    let target = |key| std::env::var(key).unwrap_or_default();
    if target("CARGO_CFG_TARGET_OS") == "linux" && target("CARGO_CFG_TARGET_ENV") == "gnu" {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
        // What a session runs lies side by side, a third of the program: 3 MB less in the memory of each that rests.
        // Known to the usual linkers (ld, lld); who names another one gets the layout of that one, as with
        // CCHC_LAYOUT=plain.
        let is_plain =
            target("CARGO_ENCODED_RUSTFLAGS").contains("link") || target("CCHC_LAYOUT") == "plain";
        if !is_plain && target("PROFILE") == "release" {
            let root = target("CARGO_MANIFEST_DIR");
            println!("cargo:rustc-link-arg-bins=-Wl,-T,{root}/{SESSION}");
        }
    }
}

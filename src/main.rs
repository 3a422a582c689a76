//! The program; everything is in the library.

fn main() -> anyhow::Result<()> {
    portolano::server::run()
}

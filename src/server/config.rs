//! The command line and the environment; the only place that reads either.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand};
use ipnet::IpNet;

/// A portal through which a newcomer finds help on a cheap phone.
#[derive(Debug, Parser)]
#[command(name = "portolano", version, about, after_help = "Run it from the folder that holds content/ and target/site/, or name them.")]
pub struct Cli {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command takes.
#[derive(Debug, Clone, Args)]
pub struct Common {
    /// The folder with the database, the search index and, later, media; made if it is not there.
    #[arg(long, global = true, env = "PORTOLANO_DATA", default_value = "data", value_name = "DIR")]
    pub data: PathBuf,
    /// A PostgreSQL database, `postgres://...`; without it an SQLite file in the data folder is used.
    #[arg(long, global = true, env = "DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub database: Option<String>,
    /// The folder with the starter content and the territories.
    #[arg(long, global = true, env = "PORTOLANO_CONTENT", default_value = "content", value_name = "DIR")]
    pub content: PathBuf,
    /// What is logged: `error`, `warn`, `info`, `debug`, or a filter such as `portolano=debug,sqlx=warn`.
    #[arg(long, global = true, env = "PORTOLANO_LOG", default_value = "info,sqlx=warn", value_name = "FILTER")]
    pub log: String,
    /// Log one JSON object a line, for a collector.
    #[arg(long, global = true, env = "PORTOLANO_LOG_JSON", value_parser = clap::builder::FalseyValueParser::new(), action = clap::ArgAction::SetTrue)]
    pub log_json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the portal.
    Serve(Serve),
    /// Bring in records from a file.
    Import {
        #[command(subcommand)]
        what: Import,
    },
    /// Make the search index anew from the database.
    Reindex,
    /// Copy the SQLite database to a file while the portal runs (on PostgreSQL use `pg_dump`).
    Backup {
        /// The file to write; it must not exist.
        file: PathBuf,
    },
    /// Say what is configured, and whether the database and the content can be read.
    Check,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Import {
    /// Services from CSV: comma or semicolon, UTF-8 or Latin-1.
    Services(ImportServices),
}

#[derive(Debug, Clone, Args)]
pub(crate) struct ImportServices {
    /// The CSV file, with a header line.
    pub(crate) file: PathBuf,
    /// A TOML file that says which column holds which field; see the README.
    #[arg(long, value_name = "FILE")]
    pub(crate) mapping: Option<PathBuf>,
    /// Whose records these are; a later file of the same source may list what is gone.
    #[arg(long, default_value = "services", value_name = "NAME")]
    pub(crate) source: String,
    /// Withdraw the records that this source brought before and that are not in the file.
    #[arg(long)]
    pub(crate) retire_missing: bool,
    /// Write the whole report as JSON to this file.
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
}

/// How the portal is served.
#[derive(Debug, Clone, Args)]
pub struct Serve {
    /// The address to listen on; TLS is the proxy's work.
    #[arg(long, env = "PORTOLANO_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: SocketAddr,
    /// The folder with what a browser gets, as `./dev build` makes it.
    #[arg(long, env = "PORTOLANO_SITE", default_value = "target/site", value_name = "DIR")]
    pub site: PathBuf,
    /// The portal's public address without a final slash, for canonical links; without it the Host header is believed.
    #[arg(long, env = "PORTOLANO_ORIGIN", value_name = "URL")]
    pub origin: Option<String>,
    /// Pages not in the cache and API calls a minute and client; 0 = no limit. Many phones of one carrier share an address.
    #[arg(long, env = "PORTOLANO_RATE_LIMIT", default_value_t = 600, value_name = "N")]
    pub rate_limit: u32,
    /// Forms sent a minute and client.
    #[arg(long, env = "PORTOLANO_FORM_LIMIT", default_value_t = 10, value_name = "N")]
    pub form_limit: u32,
    /// Proxies whose X-Forwarded-For is believed, as addresses or networks with commas between.
    #[arg(long, env = "PORTOLANO_TRUSTED_PROXIES", value_delimiter = ',', value_parser = network, value_name = "NET,...")]
    pub trusted_proxies: Vec<IpNet>,
    /// Megabytes that compressed pages may take in memory.
    #[arg(long, env = "PORTOLANO_CACHE_MB", default_value_t = 48, value_name = "MB")]
    pub cache_mb: u64,
    /// Where the accessibility statement stands, if not on the portal's own page.
    #[arg(long, env = "PORTOLANO_ACCESSIBILITY_URL", value_name = "URL")]
    pub accessibility_url: Option<String>,
    /// Where the quick exit on pages about violence leads: a page that says nothing of its reader.
    #[arg(long, env = "PORTOLANO_EXIT_URL", default_value = "https://it.wikipedia.org/", value_name = "URL")]
    pub exit_url: String,
}

/// An address, or a network in CIDR form.
fn network(text: &str) -> Result<IpNet, String> {
    let text = text.trim();
    text.parse::<IpNet>()
        .or_else(|_| text.parse::<std::net::IpAddr>().map(IpNet::from))
        .map_err(|_| format!("`{text}` is no address or network"))
}

//! What each command does.

use std::sync::Arc;

use anyhow::{Context as _, Result, ensure};
use clap::Parser as _;
use tokio::net::{TcpListener, TcpSocket};

use super::{
    App,
    config::{Cli, Command, Common, Import, ImportServices, Serve},
    db, follow, limit, log, router,
};
use crate::{content::server::Store, services::server::import::import, territory::server::Gazetteer};

pub(super) fn run() -> Result<()> {
    let Cli { common, command } = Cli::parse();
    log::start(&common)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match command {
            Command::Serve(options) => serve(common, options).await,
            Command::Import { what: Import::Services(options) } => import_services(&common, &options).await,
            Command::Reindex => reindex(&common).await,
            Command::Backup { file } => backup(&common, &file).await,
            Command::Check => check(&common).await,
        }
    })
}

async fn serve(common: Common, options: Serve) -> Result<()> {
    let started = std::time::Instant::now();
    let metrics = log::metrics()?;
    let listener = listen(&options)?;
    let address = listener.local_addr()?;
    let app = Arc::new(App::start(common, options).await?);
    tokio::spawn(follow::follow(Arc::clone(&app)));
    tokio::spawn(limit::forget_quiet(vec![app.pages.clone(), app.forms.clone()]));
    let upkeep = metrics.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(std::time::Duration::from_secs(5)).await;
            upkeep.run_upkeep();
        }
    });
    let services = app.catalogue().index.len();
    tracing::info!(%address, services, ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX), "ready");
    println!("Portolano listens on http://{address}");
    // Without NODELAY an answer in two writes waits for the reader's acknowledgement, 40 ms and more.
    let listener = axum::serve::ListenerExt::tap_io(listener, |stream| {
        stream.set_nodelay(true).ok();
    });
    let service = router::router(app, metrics).into_make_service_with_connect_info::<std::net::SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop_signal()).await.context("serving")?;
    tracing::info!("stopped");
    Ok(())
}

fn listen(options: &Serve) -> Result<TcpListener> {
    let socket = if options.addr.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.set_reuseaddr(true)?;
    socket.bind(options.addr).with_context(|| format!("cannot listen on {}: is another program there?", options.addr))?;
    Ok(socket.listen(1024)?)
}

/// Ends when the person or the system asks the program to stop; answers under way are finished first.
async fn stop_signal() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending::<()>().await,
        }
    };
    tokio::select! { () = interrupt => {}, () = terminate => {} }
    tracing::info!("stopping");
}

async fn import_services(common: &Common, options: &ImportServices) -> Result<()> {
    let store = Store::new(db::open(common).await?);
    super::sow(&store, &common.content).await.context("the starter content")?;
    let gazetteer = Gazetteer::read(&common.content)?;
    let report = import(&store, &gazetteer, options, true).await?;
    println!("{report}");
    if let Some(file) = &options.report {
        report.save(file)?;
    }
    super::write_index(common, &store).await?;
    Ok(())
}

async fn reindex(common: &Common) -> Result<()> {
    let store = Store::new(db::open(common).await?);
    super::sow(&store, &common.content).await?;
    let services = super::write_index(common, &store).await?;
    println!("The search index holds {services} services.");
    Ok(())
}

async fn backup(common: &Common, file: &std::path::Path) -> Result<()> {
    ensure!(common.database.is_none(), "this portal is on PostgreSQL: use pg_dump");
    ensure!(!file.exists(), "{} exists already", file.display());
    let pool = db::connect(common).await?;
    let target = file.to_str().context("the file's name is not UTF-8")?;
    sqlx::query("VACUUM INTO $1").bind(target).execute(&pool).await.context("copying the database")?;
    println!("Copied to {}.", file.display());
    Ok(())
}

async fn check(common: &Common) -> Result<()> {
    let gazetteer = Gazetteer::read(&common.content)?;
    println!("content    {} ({} territories)", common.content.display(), gazetteer.territories().len());
    let store = Store::new(db::open(common).await?);
    let engine = if common.database.is_some() { "PostgreSQL" } else { "SQLite" };
    println!("database   {engine}, change {}", store.seq().await?);
    println!("data       {}", common.data.display());
    Ok(())
}

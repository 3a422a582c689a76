//! What is logged, and what is counted. Neither addresses of readers nor what they searched.

use anyhow::{Context as _, Result};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tracing_subscriber::EnvFilter;

use super::config::Common;

/// Starts the log.
pub fn start(common: &Common) -> Result<()> {
    let filter = EnvFilter::try_new(&common.log).context("PORTOLANO_LOG is no filter")?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = if common.log_json { log.json().try_init() } else { log.try_init() };
    started.map_err(|error| anyhow::anyhow!("{error}"))
}

/// Starts the counters; the handle writes them out for Prometheus.
pub fn metrics() -> Result<PrometheusHandle> {
    let buckets = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0];
    PrometheusBuilder::new().set_buckets(&buckets)?.install_recorder().context("starting the counters")
}

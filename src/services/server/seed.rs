//! The services that a new portal starts with: `content/services/CATEGORY.toml`, a table by id.

use std::{collections::BTreeMap, path::Path};

use anyhow::Result;

use crate::{
    content::server::{Draft, read, sorted},
    services::model::Service,
};

/// Every service below `content/services/`.
pub fn read_services(content: &Path) -> Result<Vec<Draft<Service>>> {
    let mut drafts = Vec::new();
    for path in sorted(&content.join("services"))?.into_iter().filter(|path| path.extension().is_some_and(|e| e == "toml")) {
        let services: BTreeMap<String, Service> = read(&path)?;
        drafts.extend(services.into_iter().map(|(id, fields)| Draft { source_id: id, slug: None, fields }));
    }
    Ok(drafts)
}

//! Makes tables of what is a folder of files in the repository: the languages and the pictograms. A new folder in
//! `locales/` is a new language, a new file in `style/pictograms/` a new pictogram; no code names either.

#![expect(clippy::disallowed_methods, reason = "cargo speaks to a build script through the environment")]

use std::{env, fmt::Write as _, fs, path::Path};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=style/pictograms");
    let out = env::var("OUT_DIR")?;
    let root = env::var("CARGO_MANIFEST_DIR")?;
    fs::write(Path::new(&out).join("languages.rs"), languages(&Path::new(&root).join("locales"))?)?;
    fs::write(Path::new(&out).join("pictograms.rs"), pictograms(&Path::new(&root).join("style/pictograms"))?)?;
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo:rustc-link-arg-cdylib=--no-merge-data-segments"); // keep the islands' data with their chunks
        println!("cargo:rustc-link-arg-cdylib=--emit-relocs"); // what the splitter reads
    }
    Ok(())
}

/// `locales/*/language.toml` with `name`, `dir` and `order`, and the Fluent files beside it.
fn languages(dir: &Path) -> Result<String> {
    let mut found = Vec::new();
    for code in names(dir)? {
        let folder = dir.join(&code);
        if !folder.is_dir() {
            continue;
        }
        let info = fs::read_to_string(folder.join("language.toml"))?;
        let value = |key: &str| {
            info.lines()
                .filter_map(|line| line.split_once('='))
                .find(|(name, _)| name.trim() == key)
                .map(|(_, value)| value.trim().trim_matches('"').to_owned())
                .ok_or(format!("locales/{code}/language.toml has no {key}"))
        };
        let order: u32 = value("order")?.parse()?;
        found.push((order, code.clone(), value("name")?, value("dir")? == "rtl", names(&folder)?, folder));
    }
    found.sort();
    let mut infos = String::from("const LANGUAGES: &[Info] = &[\n");
    let mut texts = String::from("#[cfg_attr(not(feature = \"ssr\"), expect(dead_code))]\npub(super) const FLUENT: &[&[&str]] = &[\n");
    for (_, code, name, rtl, files, folder) in found {
        writeln!(infos, "    Info {{ code: {code:?}, name: {name:?}, rtl: {rtl} }},")?;
        writeln!(texts, "    &[")?;
        for file in files.iter().filter(|name| Path::new(name).extension().is_some_and(|e| e == "ftl")) {
            writeln!(texts, "        include_str!(\"{}\"),", folder.join(file).display())?;
        }
        writeln!(texts, "    ],")?;
    }
    Ok(format!("{infos}];\n{texts}];\n"))
}

/// The inside of every `style/pictograms/*.svg`, so that a page can draw it in place.
fn pictograms(dir: &Path) -> Result<String> {
    let mut table = String::from("pub(super) const PICTOGRAMS: &[(&str, &str)] = &[\n");
    for name in names(dir)?.iter().filter_map(|name| name.strip_suffix(".svg")) {
        let svg = fs::read_to_string(dir.join(format!("{name}.svg")))?;
        let start = svg.find("<svg").and_then(|at| svg[at..].find('>').map(|end| at + end + 1));
        let end = svg.rfind("</svg>");
        let (Some(start), Some(end)) = (start, end) else { return Err(format!("{name}.svg is not an svg").into()) };
        writeln!(table, "    ({name:?}, {:?}),", svg[start..end].trim())?;
    }
    Ok(table + "];\n")
}

/// The names in a folder, in order; none if it is not there.
fn names(dir: &Path) -> Result<Vec<String>> {
    let Ok(entries) = fs::read_dir(dir) else { return Ok(Vec::new()) };
    let mut names: Vec<_> =
        entries.map(|entry| entry.map(|e| e.file_name().to_string_lossy().into_owned())).collect::<std::result::Result<_, _>>()?;
    names.sort();
    Ok(names)
}

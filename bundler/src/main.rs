//! Turns the compiled islands, the style and the public files into what a browser gets: split WASM, one stylesheet,
//! names with a content hash, and a `.br` and a `.gz` beside every file.
//!
//! # Why
//! `cargo leptos` does the same and much more, and takes eight minutes to build on two cores. This takes one, and
//! gives the whole folder of islands ONE hash, so that relative imports between chunks stay as they are.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::json;

/// The name under which the islands' entry module is served.
const NAME: &str = "islands";

fn main() -> Result<()> {
    let [wasm, style, public, out]: [PathBuf; 4] = std::env::args()
        .skip(1)
        .map(PathBuf::from)
        .collect::<Vec<_>>()
        .try_into()
        .map_err(|_| anyhow::anyhow!("usage: bundler ISLANDS.wasm STYLE.css PUBLIC_DIR OUT_DIR"))?;
    let staging = out.with_extension("new");
    fs::remove_dir_all(&staging).ok();
    fs::create_dir_all(&staging)?;

    let islands = islands(&wasm, &staging)?;
    let style = stylesheet(&style, &staging)?;
    let public = public_files(&public, &staging)?;
    let manifest = json!({ "islands": islands.0, "chunks": islands.1, "style": style, "public": public });
    fs::write(staging.join("manifest.json"), serde_json::to_vec_pretty(&manifest)?)?;
    compress_all(&staging)?;

    // The new folder takes the old one's place at once: a server that starts meanwhile finds one or the other.
    fs::remove_dir_all(&out).ok();
    fs::rename(&staging, &out).context("moving the finished folder into place")
}

/// Splits the module at its lazy functions, binds it to JavaScript, optimises every part, and names the folder after
/// the contents. Returns the folder's name and which chunks each lazy island needs.
fn islands(wasm: &Path, out: &Path) -> Result<(String, serde_json::Value)> {
    let dir = out.join(NAME);
    fs::create_dir_all(&dir)?;
    let input = fs::read(wasm).with_context(|| format!("reading {}", wasm.display()))?;
    let main = out.join("main.wasm");
    let entry = format!("./{NAME}.js");
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = &dir;
    options.main_out_path = &main;
    options.main_module = &entry;
    options.link_name = "./__wasm_split.______________________.js"; // the path that Leptos' `lazy` compiles in
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow::anyhow!("{error:?}"))?;

    wasm_bindgen_cli_support::Bindgen::new()
        .input_path(&main)
        .out_name(NAME)
        .web(true)?
        .keep_lld_exports(true) // the chunks import them
        .demangle(false)
        .typescript(false)
        .generate(&dir)
        .context("wasm-bindgen")?;
    fs::remove_file(&main)?;
    let script = dir.join(format!("{NAME}.js"));
    let bound = fs::read_to_string(&script)?;
    fs::write(&script, bound + include_str!("../../src/ui/start.js"))?;

    for file in files(&dir)? {
        match file.extension().and_then(|e| e.to_str()) {
            Some("wasm") => run(Command::new("wasm-opt")
                .args(["-Oz", "--enable-bulk-memory", "--enable-nontrapping-float-to-int"])
                .arg(&file)
                .arg("-o")
                .arg(&file))?,
            Some("js") => minify(&file, &file)?,
            _ => {}
        }
    }
    let mut hash = crc32fast::Hasher::new();
    for file in files(&dir)? {
        hash.update(file.file_name().unwrap_or_default().as_encoded_bytes());
        hash.update(&fs::read(&file)?);
    }
    let name = format!("{NAME}.{:08x}", hash.finalize());
    fs::rename(&dir, out.join(&name))?;
    Ok((name, json!(split.prefetch_map)))
}

fn stylesheet(style: &Path, out: &Path) -> Result<String> {
    let bundled = out.join("style.css");
    minify(style, &bundled)?;
    hashed(&bundled, out)
}

/// Copies the public files under hashed names; returns old name to new name.
fn public_files(public: &Path, out: &Path) -> Result<serde_json::Map<String, serde_json::Value>> {
    let mut names = serde_json::Map::new();
    for file in files(public)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let copy = out.join(&name);
        if file.extension().is_some_and(|e| e == "js") {
            minify(&file, &copy)?;
        } else {
            fs::copy(&file, &copy)?;
        }
        names.insert(name, hashed(&copy, out)?.into());
    }
    Ok(names)
}

/// Renames `dir/name.ext` to `dir/name.HASH.ext` and returns the new name.
fn hashed(file: &Path, dir: &Path) -> Result<String> {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let extension = file.extension().unwrap_or_default().to_string_lossy();
    let name = format!("{stem}.{:08x}.{extension}", crc32fast::hash(&fs::read(file)?));
    fs::rename(file, dir.join(&name))?;
    Ok(name)
}

/// Minifies JavaScript, or bundles and minifies CSS with its imports.
fn minify(from: &Path, to: &Path) -> Result<()> {
    let css = from.extension().is_some_and(|e| e == "css");
    run(Command::new("esbuild")
        .arg(from)
        .args(css.then_some("--bundle"))
        .args(css.then_some("--external:*.svg"))
        // What phones of 2020 understand. The splitter's imports make wasm-bindgen write one key twice, which does no harm.
        .args([
            "--minify",
            "--target=chrome90,safari15",
            "--log-level=warning",
            "--log-override:duplicate-object-key=silent",
            "--allow-overwrite",
        ])
        .arg(format!("--outfile={}", to.display())))
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("starting {}", command.get_program().display()))?;
    ensure!(status.success(), "{} ended with {status}", command.get_program().display());
    Ok(())
}

/// Writes `FILE.br` and `FILE.gz` beside every file; pictures that are compressed already are left as they are.
fn compress_all(dir: &Path) -> Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            compress_all(&path)?;
            continue;
        }
        let Some(name) = path.file_name().map(|n| n.to_string_lossy().into_owned()) else { bail!("a file without a name") };
        if [".png", ".webp", ".br", ".gz"].iter().any(|end| name.ends_with(end)) {
            continue;
        }
        let bytes = fs::read(&path)?;
        let mut br = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
        br.write_all(&bytes)?;
        fs::write(path.with_file_name(format!("{name}.br")), br.into_inner())?;
        let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gz.write_all(&bytes)?;
        fs::write(path.with_file_name(format!("{name}.gz")), gz.finish()?)?;
    }
    Ok(())
}

/// The plain files of a folder, sorted so that the hash is the same on every machine.
fn files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<_> = fs::read_dir(dir)
        .with_context(|| format!("reading {}", dir.display()))?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|path| path.is_file());
    files.sort();
    Ok(files)
}

//! What `index.html` paints before the page's code is there says what the page itself says. With `INSTA_UPDATE=always` it is
//! written anew.

use std::fs;
use std::path::Path;

use resultatkontrakt::app::Route;
use resultatkontrakt::app::example::EXAMPLES;
use resultatkontrakt::i18n::text::start::named;
use resultatkontrakt::i18n::text::{PageText, StartText};
use resultatkontrakt::i18n::{Lang, Words};

/// Where the name of what is being read stands in its sentence.
const NAME: &str = "\u{fffc}";

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// The bar at the top, as `src/ui/top_bar.rs` draws it with nothing open.
fn top_bar(words: Words) -> String {
    let page = |text| escaped(words.text(text));
    let choice = |lang: Lang, text| {
        let (code, pressed) = (lang.code(), words.lang == lang);
        let text = page(text);
        format!(
            r#"<button id="lang-{code}" type="button" lang="{code}" aria-pressed="{pressed}" class="text-button">{text}</button>"#
        )
    };
    format!(
        r#"<header class="top-bar"><div class="top-bar__row within"><span class="top-bar__name">{}</span><span class="top-bar__contract"></span><div class="top-bar__tools"></div><div class="top-bar__aside"><a id="help" href="{}" class="small">{}</a><div role="group" aria-label="{}" class="languages">{}{}</div></div></div></header>"#,
        page(PageText::Name),
        Route::Help.address(),
        page(PageText::Help),
        page(PageText::Language),
        choice(Lang::Da, PageText::Danish),
        choice(Lang::En, PageText::English),
    )
}

/// The start, as `src/ui/start/` draws it where no draft is kept.
fn start(words: Words) -> String {
    let text = |text| escaped(words.text(text));
    let heading = |heading| format!(r#"<h2 class="section-heading">{}</h2>"#, text(heading));
    let examples: Vec<String> = EXAMPLES
        .iter()
        .map(|example| {
            let way = |suffix: &str, what: StartText| {
                format!(
                    r#"<button id="example-{}{suffix}" type="button" aria-label="{}" class="button button-secondary button-small">{}</button>"#,
                    example.id,
                    escaped(&named(words.text(what), example.title)),
                    text(what),
                )
            };
            format!(
                r#"<li><span class="ways-list__what"><span lang="da">{}</span><br><span class="small quiet">{}</span></span><span class="ways-list__ways">{}{}</span></li>"#,
                escaped(example.title),
                text(example.about),
                way("", StartText::Blank),
                way("-assessed", StartText::Filled),
            )
        })
        .collect();
    let examples = examples.concat();
    format!(
        r#"<div class="start"><h1 class="start__heading">{}</h1><p class="start__lead">{}</p><div data-shell="start"></div><div class="start__ways" data-shell="start"><section>{}<div class="drop-zone"><p class="drop-zone__title">{}</p><p class="small quiet">{}</p><button id="choose-file" type="button" class="button button-primary">{}</button></div><p><a id="to-portfolio" href="{}">{}</a></p>{}<p class="quiet">{}</p><details class="with-details"><summary id="new-contract">{}</summary></details></section><section>{}<p>{}</p><ul class="ways-list no-max-width">{examples}</ul></section></div><div class="start__privacy" data-shell="start"><p>{} {}</p><div><button id="delete-all" type="button" class="text-button">{}</button></div></div></div>"#,
        text(StartText::Heading),
        text(StartText::Lead),
        heading(StartText::FileHeading),
        text(StartText::DropHere),
        text(StartText::DropHint),
        text(StartText::Choose),
        Route::Portfolio.address(),
        text(StartText::SideBySide),
        heading(StartText::DraftsHeading),
        text(StartText::NoDrafts),
        text(StartText::NewContract),
        heading(StartText::Examples),
        text(StartText::ExamplesLead),
        text(StartText::Privacy),
        text(StartText::PrivateWindow),
        text(StartText::DeleteAll),
    )
}

/// The frame of the results of a contract that is being read.
fn results(words: Words) -> (String, String) {
    let [results, places] = [PageText::Results, PageText::Places].map(|text| escaped(words.text(text)));
    let reading =
        escaped(&words.reading_file(NAME, None)).replace(NAME, r#"<bdi class="shell__name"></bdi>"#);
    let frame = format!(
        r#"<div class="in-view" data-shell="called"><div class="summary within"></div><nav class="places" aria-label="{places}"><div class="places__row within"><ul class="places__list nobullet-list no-max-width"><li><span class="places__place" aria-current="page">{results}</span></li></ul></div></nav></div>"#
    );
    let place = format!(
        r#"<div data-shell="called"><h1 class="place-heading">{results}</h1><p>{reading}</p><div class="shell__rows"></div></div>"#
    );
    (frame, place)
}

fn shell(lang: Lang) -> String {
    let words = lang.words();
    let (frame, place) = results(words);
    format!(
        r#"    <template id="shell-{}">{}{frame}<main class="content within"><div class="screen-only"></div><div class="screen-only"></div><div>{place}<div data-shell="start drafts">{}</div></div></main></template>"#,
        lang.code(),
        top_bar(words),
        start(words),
    )
}

#[test]
fn what_is_painted_first_says_what_the_page_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html");
    let page = fs::read_to_string(&path).unwrap();
    let painted = [Lang::Da, Lang::En].map(shell);
    let is_one = |line: &str| line.trim_start().starts_with("<template id=\"shell-");
    if std::env::var("INSTA_UPDATE").as_deref() == Ok("always") {
        let mut new = painted.iter();
        let lines = page.lines().map(|line| if is_one(line) { new.next().unwrap() } else { line });
        fs::write(&path, lines.flat_map(|line| [line, "\n"]).collect::<String>()).unwrap();
        return;
    }
    let found: Vec<&str> = page.lines().filter(|line| is_one(line)).collect();
    assert_eq!(found, painted, "cargo xtask test native --renew writes it anew");
}

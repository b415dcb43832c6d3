//! Files in and out.

use js_sys::{Array, Promise, Reflect};
use resultatkontrakt::platform::file::{self, ReadRefusal};
use resultatkontrakt::platform::{clock, download};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::File;

use crate::js;

fn file(text: &str) -> File {
    File::new_with_str_sequence(&Array::of1(&text.into()), "sag.json").unwrap()
}

#[wasm_bindgen_test]
async fn a_file_is_read_up_to_its_limit() {
    assert_eq!(file::read(&file("mål"), 4).await.as_deref(), Ok("mål".as_bytes()));
    assert_eq!(file::read(&file("målet"), 4).await, Err(ReadRefusal::TooLarge { size: 6 }));
    assert_eq!(file::read(&file(""), 0).await.as_deref(), Ok(&[][..]));
}

#[wasm_bindgen_test]
async fn a_file_that_is_too_large_is_not_touched() {
    let untouchable = js("
        const file = new File(['x'], 'stor.json');
        Object.defineProperty(file, 'size', { value: 9e9 });
        file.arrayBuffer = () => { throw new Error('it was read'); };
        return file;");
    let answer = file::read(untouchable.unchecked_ref(), 8_388_608).await;
    assert_eq!(answer, Err(ReadRefusal::TooLarge { size: 9_000_000_000 }));
}

#[wasm_bindgen_test]
async fn a_file_that_cannot_be_read_says_so() {
    let gone = js("
        const file = new File(['x'], 'væk.json');
        file.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
        return file;");
    assert_eq!(file::read(gone.unchecked_ref(), 100).await, Err(ReadRefusal::Unreadable));
}

#[wasm_bindgen_test]
async fn a_download_has_its_name_and_every_byte() {
    js("window.own = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () { window.clicked = this; };");
    download::save("ams-2009-vurdering.json", "mål – 1\n", "application/json").unwrap();
    js("HTMLAnchorElement.prototype.click = window.own;");
    let link = js("return window.clicked");
    assert_eq!(Reflect::get(&link, &"download".into()).unwrap(), "ams-2009-vurdering.json");
    let blob: Promise =
        js("return fetch(window.clicked.href).then((answer) => answer.blob())").unchecked_into();
    let blob: web_sys::Blob = JsFuture::from(blob).await.unwrap().unchecked_into();
    assert_eq!(blob.type_(), "application/json");
    let text = JsFuture::from(blob.text()).await.unwrap();
    assert_eq!(text, "mål – 1\n");
}

#[wasm_bindgen_test]
fn the_clock_is_the_browsers_in_its_time_zone() {
    let before = js("return Date.now()").as_f64().unwrap();
    let now = clock::now().unwrap();
    let said = js(&format!(
        "return new Date({}, {}, {}, {}, {}).getTime()",
        now.year,
        now.month - 1,
        now.day,
        now.hour,
        now.minute
    ));
    let late = before - said.as_f64().unwrap();
    assert!((-60_000.0..=60_000.0).contains(&late), "{now:?} is {late} ms late");
    assert_ne!(clock::unique(), clock::unique());
}

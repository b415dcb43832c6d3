//! Reaches what the bindings do not name: methods that only some browsers have, and the names of errors.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Reads a property; `None` where it is missing, null or undefined.
pub(super) fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &key.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// Looks up a method; `None` where this browser has none of the name.
pub(super) fn method(object: &JsValue, name: &str) -> Option<Function> {
    get(object, name)?.dyn_into().ok()
}

/// Calls a method and waits for the promise that it returns. A missing method fails.
pub(super) async fn call(object: &JsValue, name: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let method = method(object, name).ok_or(JsValue::UNDEFINED)?;
    JsFuture::from(Promise::resolve(&method.apply(object, arguments)?)).await
}

/// Calls a method and returns its value. A missing method fails.
pub(super) fn call_now(object: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    method(object, name).ok_or(JsValue::UNDEFINED)?.apply(object, &arguments.iter().collect::<Array>())
}

/// Constructs an instance of a browser's class; fails where it has none of the name.
pub(super) fn new(class: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let class: Function = method(&js_sys::global(), class).ok_or(JsValue::UNDEFINED)?;
    Reflect::construct(&class, &Array::of1(argument))
}

/// Returns the name of an error, such as `NotFoundError`.
pub(super) fn error_name(error: &JsValue) -> String {
    get(error, "name").and_then(|name| name.as_string()).unwrap_or_default()
}

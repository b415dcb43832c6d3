//! Compresses and decompresses bytes with what the browser has for it.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader};

use super::js::{get, new};

const FORMAT: &str = "deflate-raw";

/// Why bytes were not packed or unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackRefusal {
    /// They would unpack to more than the limit.
    TooLarge,
    /// They are not packed, or the browser cannot do it.
    Failed,
}

/// Compresses the bytes.
pub async fn pack(bytes: &[u8]) -> Result<Vec<u8>, PackRefusal> {
    through("CompressionStream", bytes, usize::MAX).await
}

/// Decompresses the bytes. It stops as soon as they exceed `limit`, however much would follow.
pub async fn unpack(bytes: &[u8], limit: usize) -> Result<Vec<u8>, PackRefusal> {
    through("DecompressionStream", bytes, limit).await
}

async fn through(class: &str, bytes: &[u8], limit: usize) -> Result<Vec<u8>, PackRefusal> {
    let stream = || {
        let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
        let packer = new(class, &FORMAT.into())?;
        Ok::<_, JsValue>(blob.stream().pipe_through(packer.unchecked_ref()))
    };
    collect(&stream().map_err(|_| PackRefusal::Failed)?, limit).await
}

/// Reads a stream to its end, up to a limit.
pub(super) async fn collect(stream: &ReadableStream, limit: usize) -> Result<Vec<u8>, PackRefusal> {
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut all = Vec::new();
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(|_| PackRefusal::Failed)?;
        let Some(part) = get(&part, "value") else {
            return Ok(all);
        };
        let part: Uint8Array = part.dyn_into().map_err(|_| PackRefusal::Failed)?;
        let length = usize::try_from(part.length()).unwrap_or(usize::MAX);
        if length > limit.saturating_sub(all.len()) {
            // The rest of the stream is not wanted, so cancelling it cannot fail in a way that matters.
            let _ = JsFuture::from(reader.cancel()).await;
            return Err(PackRefusal::TooLarge);
        }
        all.extend(part.to_vec());
    }
}

//! A fingerprint belongs to what a contract says, not to how it is laid out.

use std::rc::Rc;

use resultatkontrakt::format::Fingerprint;

fn fingerprint(text: &str) -> Fingerprint {
    Fingerprint::of_text(Rc::from(text))
}

#[test]
fn it_is_the_sha_256_of_the_canonical_form() {
    // printf '{"a":[1.50,true,null],"æ":"\\"\\n/"}' | sha256sum
    let text = "{ \"\\u00e6\" : \"\\\"\\n\\/\",\n \"a\":[1.50, true,\tnull] }\n";
    assert_eq!(
        fingerprint(text).canonical(),
        "b0715823c39ff23a61778489485f97856601cff976c5046981f360ee92f305a2"
    );
}

#[test]
fn layout_and_the_order_of_keys_do_not_change_it_and_a_digit_does() {
    let one = fingerprint(r#"{"a": 1, "b": [1, 2]}"#);
    assert_eq!(one.canonical(), fingerprint("{\n\t\"b\": [1,2],\r\n\t\"a\": 1\n}\n").canonical());
    assert_ne!(one.canonical(), fingerprint(r#"{"a": 1, "b": [2, 1]}"#).canonical());
    assert_ne!(one.canonical(), fingerprint(r#"{"a": 10, "b": [1, 2]}"#).canonical());
}

#[test]
fn what_sha256sum_prints_for_the_file_is_taken_too() {
    // printf '{"a": 1}\n' | sha256sum
    let printed = "e8c628edc9968ef0c668f54e0ba2636b35503357eb1aca0ddc828aeace432f67";
    for text in ["{\"a\": 1}\n", "{\"a\": 1}"] {
        assert!(fingerprint(text).matches(printed), "{text:?}");
        assert!(fingerprint(text).matches(&printed.to_uppercase()));
    }
    assert!(!fingerprint("{\"a\":  1}\n").matches(printed));
    assert!(!fingerprint("{\"a\": 2}\n").matches(printed));
    let own = fingerprint("{\"a\": 1}");
    assert!(fingerprint("{\"a\":  1}\n").matches(own.canonical()));
}

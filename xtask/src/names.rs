//! Short names for what the page's code takes from its script. Theirs end in sixteen digits that tell them apart in any
//! build, and no compression makes those smaller.

use anyhow::{Context, Result, bail, ensure};

use crate::text::replaced;

/// How many bytes come before the first section of code: its mark and its version.
const HEAD: usize = 8;
/// The section that lists what the code takes from outside.
const IMPORTS: u8 = 2;
/// How a function is told from a table or a memory there.
const FUNCTION: usize = 0;

/// Gives the module that is called `module`, and all that the code takes from it, short names in the code and in the script.
pub fn shorten(code: &[u8], script: &str, module: &str) -> Result<(Vec<u8>, String)> {
    let (head, mut rest) = code.split_at_checked(HEAD).context("the code has no beginning")?;
    let (mut short, mut script) = (head.to_vec(), script.to_owned());
    while !rest.is_empty() {
        let id = bytes(&mut rest, 1)?;
        let length = number(&mut rest)?;
        let content = bytes(&mut rest, length)?;
        short.extend(id);
        if id == [IMPORTS] {
            write_bytes(&imports(content, &mut script, module)?, &mut short);
        } else {
            write_bytes(content, &mut short);
        }
    }
    Ok((short, script))
}

/// The list of what the code takes, with short names, which the script gets too.
fn imports(mut rest: &[u8], script: &mut String, module: &str) -> Result<Vec<u8>> {
    const MODULE: &str = "script";
    *script = replaced(script, &format!("\"{module}\": "), &format!("\"{MODULE}\": "))?;
    let count = number(&mut rest)?;
    let mut list = Vec::new();
    write_number(count, &mut list);
    for place in 0..count {
        let (from, name) = (text(&mut rest)?, text(&mut rest)?);
        let (kind, of_type) = (number(&mut rest)?, number(&mut rest)?);
        ensure!(kind == FUNCTION, "the code takes {name} from {from}, which is no function");
        if from == module {
            let short = format!("_{place}");
            *script = replaced(script, &format!(" {name}: function"), &format!(" {short}: function"))?;
            write_bytes(MODULE.as_bytes(), &mut list);
            write_bytes(short.as_bytes(), &mut list);
        } else {
            write_bytes(from.as_bytes(), &mut list);
            write_bytes(name.as_bytes(), &mut list);
        }
        write_number(kind, &mut list);
        write_number(of_type, &mut list);
    }
    Ok(list)
}

/// The next number, seven bits in each byte, the lowest first.
fn number(rest: &mut &[u8]) -> Result<usize> {
    let mut value = 0;
    for shift in (0..usize::BITS).step_by(7) {
        let [byte] = *bytes(rest, 1)? else { break };
        value |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok(value);
        }
    }
    bail!("the code has a number without an end")
}

fn bytes<'b>(rest: &mut &'b [u8], count: usize) -> Result<&'b [u8]> {
    let (next, behind) = rest.split_at_checked(count).context("the code ends in the middle of something")?;
    *rest = behind;
    Ok(next)
}

fn text<'b>(rest: &mut &'b [u8]) -> Result<&'b str> {
    let length = number(rest)?;
    Ok(std::str::from_utf8(bytes(rest, length)?)?)
}

fn write_number(mut value: usize, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.extend(u8::try_from(value & 0x7f).map(|bits| bits | 0x80));
        value >>= 7;
    }
    out.extend(u8::try_from(value));
}

/// Bytes behind their number.
fn write_bytes(content: &[u8], out: &mut Vec<u8>) {
    write_number(content.len(), out);
    out.extend(content);
}

#[cfg(test)]
mod checks {
    use super::{number, shorten, write_number};

    #[test]
    fn what_code_takes_from_its_script_has_a_short_name_in_both() -> anyhow::Result<()> {
        let code =
            |taken: &[u8]| [b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02", taken, b"\x03\x02\x01\0"].concat();
        let long = code(b"\x23\x02\x06./a.js\x0a__wbg_0123\0\0\x06./b.js\x04load\0\0");
        let script = "const import0 = {\n  __wbg_0123: function() {},\n};\nreturn { \"./a.js\": import0 };\n";
        let (short, script) = shorten(&long, script, "./a.js")?;
        assert_eq!(short, code(b"\x1b\x02\x06script\x02_0\0\0\x06./b.js\x04load\0\0"));
        assert_eq!(script, "const import0 = {\n  _0: function() {},\n};\nreturn { \"script\": import0 };\n");
        assert!(shorten(&long, "", "./a.js").is_err(), "a script that has none of it");
        assert!(shorten(b"\0asm\x01\0\0\0\x02\x23\x02", "", "./a.js").is_err(), "code that was cut");
        Ok(())
    }

    #[test]
    fn numbers_are_read_as_they_are_written() -> anyhow::Result<()> {
        for value in [0, 1, 127, 128, 16_274, 1_008_668] {
            let mut written = Vec::new();
            write_number(value, &mut written);
            assert_eq!(number(&mut written.as_slice())?, value);
        }
        Ok(())
    }
}

//! How a paper is dealt out to sheets once its pieces have been measured where it is drawn.

/// What stands together on one sheet: a paragraph, a row of a table, a point of a list. Lengths are pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Piece {
    /// Where it begins, from the top of the paper.
    pub top: f64,
    /// Where it ends.
    pub bottom: f64,
    /// How high the heads of columns are that stand above it again where a sheet begins with it.
    pub head: f64,
    /// Whether the next piece has to stand on the same sheet.
    pub leads: bool,
}

/// The number of the first piece of each sheet, where a sheet has so much room. A piece that is higher than a whole sheet
/// has one of its own.
pub fn deal(pieces: &[Piece], room: f64) -> Vec<usize> {
    let mut firsts = Vec::new();
    let mut rest = pieces;
    while !rest.is_empty() {
        firsts.push(pieces.len() - rest.len());
        rest = rest.get(taken(rest, room)..).unwrap_or_default();
    }
    fill_last(pieces, &mut firsts, room);
    firsts
}

/// Moves pieces onto the last sheet until it is no longer nearly empty, as long as the one before stays fuller.
fn fill_last(pieces: &[Piece], firsts: &mut [usize], room: f64) {
    let [.., before, last] = firsts else { return };
    let height = |from: usize, to: usize| {
        let ends = pieces.get(from).zip(pieces.get(from..to).and_then(<[Piece]>::last));
        ends.map_or(0.0, |(first, last)| last.bottom - first.top + first.head)
    };
    let leads = |place: usize| pieces.get(place).is_some_and(|piece| piece.leads);
    let mut best = *last;
    for place in (*before + 1..*last).rev() {
        let (left, taken) = (height(*before, place), height(place, pieces.len()));
        if height(best, pieces.len()) >= room * NEARLY_EMPTY || taken > room || taken > left {
            break;
        }
        // What leads to the next piece stays with it.
        if !leads(place - 1) {
            best = place;
        }
    }
    *last = best;
}

/// The part of a sheet that is not left alone.
const NEARLY_EMPTY: f64 = 0.25;

/// How many of the pieces stand on one sheet: at least one.
fn taken(pieces: &[Piece], room: f64) -> usize {
    let Some(first) = pieces.first() else { return 0 };
    let start = first.top - first.head;
    let is_over = |piece: &Piece| piece.bottom - start > room;
    let Some(over) = pieces.iter().skip(1).position(is_over).map(|place| place + 1) else {
        return pieces.len();
    };
    // What leads to the next piece goes with it, unless it would leave the sheet empty.
    let leading = pieces.iter().take(over).rev().take_while(|piece| piece.leads).count();
    if leading < over { over - leading } else { over }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pieces of these heights, one after the other.
    fn pieces(heights: &[f64]) -> Vec<Piece> {
        let mut top = 0.0;
        let mut place = |height: &f64| {
            let piece = Piece { top, bottom: top + height, ..Piece::default() };
            top = piece.bottom;
            piece
        };
        heights.iter().map(&mut place).collect()
    }

    #[test]
    fn a_sheet_takes_what_it_has_room_for() {
        assert_eq!(deal(&[], 100.0), [0_usize; 0]);
        assert_eq!(deal(&pieces(&[40.0, 60.0, 50.0, 50.0, 30.0]), 100.0), [0, 2, 4]);
    }

    #[test]
    fn a_piece_higher_than_a_sheet_has_one_of_its_own() {
        assert_eq!(deal(&pieces(&[40.0, 150.0, 50.0]), 100.0), [0, 1, 2]);
    }

    #[test]
    fn what_leads_goes_with_what_follows() {
        let mut all = pieces(&[40.0, 30.0, 20.0, 40.0]);
        if let [_, heading, group, _] = all.as_mut_slice() {
            (heading.leads, group.leads) = (true, true);
        }
        assert_eq!(deal(&all, 100.0), [0, 1]);
        for piece in &mut all {
            piece.leads = true;
        }
        assert_eq!(deal(&all, 100.0), [0, 3]);
    }

    #[test]
    fn heads_of_columns_take_room_again() {
        let mut all = pieces(&[90.0, 80.0, 20.0, 40.0]);
        if let [_, row, ..] = all.as_mut_slice() {
            row.head = 15.0;
        }
        assert_eq!(deal(&all, 100.0), [0, 1, 2]);
    }

    #[test]
    fn the_last_sheet_is_not_nearly_empty() {
        let mut all = pieces(&[90.0, 40.0, 20.0, 10.0, 25.0, 10.0]);
        assert_eq!(deal(&all, 100.0), [0, 1, 4]);
        // What leads stays with what follows.
        if let [_, _, _, heading, ..] = all.as_mut_slice() {
            heading.leads = true;
        }
        assert_eq!(deal(&all, 100.0), [0, 1, 3]);
    }
}

//! What lies outside the contract's period.

use super::declare::{findings, said};
use crate::domain::contract::DateRange;
use crate::domain::date::{Date, Period};

findings! {
    /// What lies outside the contract's period.
    PeriodFinding

    Warning["deadline-outside-period"] DeadlineOutsidePeriod {
        name: String,
        date: Date,
        period: DateRange,
        place: Option<String>,
    }
        title("Frist uden for kontraktens periode", "Deadline outside the contract's period")
        several("frister uden for kontraktens periode", "deadlines outside the contract's period")
        message(
            "{name}: fristen {date} ligger uden for kontraktens periode {period}{place}.",
            "{name}: the deadline {date} lies outside the contract's period {period}{place}.",
        )
        why(
            "En frist uden for perioden kan ikke gøres op sammen med kontrakten.",
            "A deadline outside the period cannot be settled with the contract.",
        )
        hint("Ret fristen eller kontraktens periode.", "Correct the deadline or the contract's period.")

    Note["deadline-on-day-off"] DeadlineOnDayOff { name: String, date: Date, place: Option<String> }
        title("Frist på en fridag", "Deadline on a day off")
        several("frister på fridage", "deadlines on days off")
        message(
            "{name}: fristen {date} er en lørdag, en søndag eller en helligdag{place}.",
            "{name}: the deadline {date} is a Saturday, a Sunday or a public holiday{place}.",
        )
        why(
            "Det kan blive en strid, om det gælder dagen før eller den næste arbejdsdag.",
            "It may be disputed whether the day before counts or the next working day.",
        )
        hint("Sæt fristen til en arbejdsdag.", "Set the deadline on a working day.")

    Note["deadlines-in-december"] DeadlinesInDecember { count: usize }
        title("Alle frister i december", "All deadlines in December")
        message("Alle {count} frister ligger i december.", "All {count} deadlines lie in December.")
        why(
            "Så viser året intet om, hvordan det går, før det er forbi.",
            "The year then shows nothing of how it goes until it is over.",
        )
        hint("Spred fristerne, eller aftal milepæle undervejs.", "Spread the deadlines, or agree on milestones.")

    Note["no-period"] NoPeriod
        title("Kontrakt uden periode", "Contract without a period")
        message("Kontrakten siger ikke, hvornår den gælder.", "The contract does not say when it holds.")
        why(
            "Uden en periode kan det ikke ses, om frister og målinger hører til den.",
            "Without a period it cannot be seen whether deadlines and measurements belong to it.",
        )
        hint(
            "Skriv, fra og til hvilken dag den gælder (»period« i filen).",
            "Write from and to which day it runs (“period” in the file).",
        )

    Warning["measured-outside-period"] MeasuredOutsidePeriod {
        name: String,
        measured: Period,
        period: DateRange,
        place: Option<String>,
    }
        title("Måling uden for kontraktens periode", "Measured outside the contract's period")
        several("målinger uden for kontraktens periode", "measurements outside the contract's period")
        message(|words| {
            let measured = words.when(*measured.0);
            said!(
                words,
                "{name}: målet måles {measured}, uden for kontraktens periode {period}{place}.",
                "{name}: the target is measured {measured}, outside the contract's period {period}{place}.",
            )
        })
        why(
            "Resultatet foreligger ikke, mens kontrakten gælder.",
            "The result is not there while the contract runs.",
        )
        hint(
            "Ret tidspunktet for målingen eller kontraktens periode.",
            "Correct the time of measurement or the contract's period.",
        )

    Warning["binding-year-outside-period"] BindingYearOutsidePeriod { year: i32, period: DateRange }
        title("Bindende år uden for kontraktens periode", "Binding year outside the contract's period")
        message(
            "Det bindende år {year} ligger uden for kontraktens periode {period}.",
            "The binding year {year} lies outside the contract's period {period}.",
        )
        why("Det er uklart, hvilket år målene binder.", "It is unclear which year the targets bind.")
        hint(
            "Ret det bindende år eller kontraktens periode.",
            "Correct the binding year or the contract's period.",
        )

    Warning["pay-outside-period"] PayOutsidePeriod {
        pay: DateRange,
        period: DateRange,
        place: Option<String>,
    }
        title("Resultatløn uden for kontraktens periode", "Performance pay outside the contract's period")
        message(
            "Lønperioden {pay} går ud over kontraktens periode {period}{place}.",
            "The pay period {pay} goes beyond the contract's period {period}{place}.",
        )
        why(
            "Der ville blive udbetalt løn for tid, som kontrakten ikke har mål for.",
            "Pay would be given for time that the contract has no goals for.",
        )
        hint("Ret lønperioden eller kontraktens periode.", "Correct the pay period or the contract's period.")

    Note["signed-late"] SignedLate { signed: Date, period: DateRange }
        title("Underskrevet, efter at perioden begyndte", "Signed after the period began")
        message(
            "Kontrakten er underskrevet {signed}, efter at perioden {period} begyndte.",
            "The contract was signed on {signed}, after the period {period} began.",
        )
        why(
            "Mål, der aftales undervejs, kan være nået eller tabt, før de gælder.",
            "Goals that are agreed on the way may be reached or lost before they hold.",
        )
        hint(
            "Se efter, om datoen er rigtig, og om nogen frist lå før underskriften.",
            "Look whether the date is right, and whether any deadline lay before the signing.",
        )

    Note["report-outside-period"] ReportOutsidePeriod {
        name: String,
        date: Date,
        period: DateRange,
        place: Option<String>,
    }
        title("Rapportering uden for kontraktens periode", "Report outside the contract's period")
        message(
            "{name}: {date} ligger langt fra kontraktens periode {period}{place}.",
            "{name}: {date} lies far from the contract's period {period}{place}.",
        )
        why(
            "En status, der kommer på et forkert tidspunkt, kan ikke bruges til at styre efter.",
            "A status that comes at the wrong time is of no use for steering.",
        )
        hint("Se efter, om datoens årstal er rigtigt.", "Look whether the year of the date is right.")
}

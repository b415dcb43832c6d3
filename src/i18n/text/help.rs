//! Texts of the page of help.

texts! {
    /// Texts of the page of help.
    HelpText {
        Heading: "Hjælp", "Help";
        Lead: "Det vigtigste på én side, som også kan udskrives.", "What matters most on one page, which can be printed too.";
        StandingHeading: "Sikret, tabt, åbent og ventet", "Secured, lost, open and expected";
        StandingPicture: "Bjælke af 1.000 point: 600 sikret, 275 åbne, heraf ventes 150, 125 tabt", "Bar of 1,000 points: 600 secured, 275 open, of which 150 are expected, 125 lost";
        Secured: "Sikret", "Secured";
        SecuredMeans: "Point, der er optjent, uanset hvad der sker resten af året.", "Points that are earned whatever happens for the rest of the year.";
        Lost: "Tabt", "Lost";
        LostMeans: "Point, der ikke længere kan optjenes.", "Points that can no longer be earned.";
        Open: "Åbent", "Open";
        OpenMeans: "Point, der stadig kan gå begge veje. Et mål uden resultat tæller hverken som nået eller tabt.",
            "Points that can still go either way. A goal without a result counts neither as reached nor as lost.";
        Expected: "Ventet", "Expected";
        ExpectedMeans: "Den del af det åbne, som målingerne indtil nu peger på. Den er ikke sikret, før resultatet er der.",
            "The part of what is open that the readings so far point to. It is not secured until the result is there.";
        RangeHeading: "Sådan læses et spænd", "How a range is read";
        RangePicture: "Bjælke fra 0 til 1.000 point; spændet går fra 346,50 til 626,50", "Bar from 0 to 1,000 points; the range goes from 346.50 to 626.50";
        RangeLow: "346,50", "346.50";
        RangeHigh: "626,50", "626.50";
        RangeMeans: "»346,50–626,50«: Sker der ikke mere, bliver det til 346,50. Lykkes alt det åbne, bliver det til 626,50. Når det sidste resultat er skrevet, er de to tal ens, og der står ét. Procent og kroner læses på samme måde.",
            "“346.50–626.50”: if nothing more happens, it comes to 346.50. If everything open goes well, it comes to 626.50. Once the last result is entered, the two figures are the same and one is left. Percent and kroner are read the same way.";
        SignsHeading: "Målenes tegn", "The signs of the goals";
        MetMeans: "Målet er nået.", "The goal was reached.";
        PartlyMetMeans: "En del af målet er nået.", "Part of the goal was reached.";
        NotMetMeans: "Målet er ikke nået.", "The goal was not reached.";
        OpenGoalMeans: "Resultatet mangler.", "The result is missing.";
        OverdueMeans: "Fristen er gået, og resultatet mangler.", "The deadline has passed, and the result is missing.";
        UndeterminedMeans: "Kontrakten siger ikke, hvad der skal nås.", "The contract does not say what has to be reached.";
        LapsedMeans: "Målet gælder ikke længere.", "The goal no longer applies.";
        FiguresHeading: "Tal og datoer", "Figures and dates";
        FiguresMeans: "Skriv tal som 1.234,5 eller 1234,5 og dage som 30.06.2009, 30/6-09 eller 30.6. Kan det forstås på to måder, spørger siden med knapper, og indtil da tæller det ikke.",
            "Write figures as 1,234.5 or 1234.5, and days as 30 June 2009, 30/6/09 or 30/6. Where it can be read in two ways, the page asks with buttons, and until then it does not count.";
        KeysHeading: "Taster", "Keys";
        Undo: "Fortryd det seneste", "Undo the latest change";
        Redo: "Annuller fortryd", "Redo it";
        Save: "Gem filen", "Save the file";
        SaveAs: "Gem som en ny fil", "Save as another file";
        Print: "Udskriv stedet på skærmen", "Print the place on the screen";
        FindText: "Find ord på stedet: browserens egen søgning", "Find words in the place: the browser's own search";
        NextEmpty: "Fra et resultat til det næste tomme", "From a result to the next empty one";
        PreviousEmpty: "Tilbage til det forrige tomme", "Back to the empty one before it";
        UpAndDown: "Op og ned gennem resultaterne", "Up and down through the results";
        ToDetails: "Fra resultatet til knappen, der åbner målet, og tilbage", "From the result to the button that opens the goal, and back";
        FindGoal: "Find et mål, når der ikke skrives i et felt", "Find a goal, while nothing is typed in a field";
        OnMac: "På en Mac er det ⌘ i stedet for Ctrl.", "On a Mac it is ⌘ instead of Ctrl.";
        DataHeading: "Hvor data ligger", "Where the data lies";
        Machine: "Din maskine", "Your machine";
        Browser: "Browseren", "The browser";
        BrowserHolds: "Kladder, så du kan gå fra det og fortsætte", "Drafts, so that you can leave and go on";
        File: "Filen, du gemmer", "The file that you save";
        FileHolds: "Kontrakt og vurderinger, som du kan sende og arkivere", "Contract and assessments, to send and to archive";
        Net: "Nettet", "The net";
        NetHolds: "Intet: siden sender ingenting", "Nothing: the page sends nothing";
    }
}

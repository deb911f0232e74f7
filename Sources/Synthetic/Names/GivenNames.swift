/// Given names of France by the years in which they were common, the commonest first; written from general knowledge.
enum GivenNames {
    /// The list for a birth year.
    static func list(female: Bool, year: Int) -> WordList {
        let lists = female ? women : men
        let period = year < 1946 ? 0 : year < 1965 ? 1 : year < 1985 ? 2 : year < 2005 ? 3 : 4
        return lists[period]
    }

    /// Women's, for births before 1946, to 1964, to 1984, to 2004, and later.
    static let women = [
        WordList(
            """
            Marie|Jeanne|Monique|Denise|Jacqueline|Madeleine|Yvette|Paulette|Simone|Suzanne|Marcelle|Ginette|Germaine|Yvonne
            Odette|Lucienne|Renée|Raymonde|Andrée|Huguette|Micheline|Thérèse|Marguerite|Colette|Louise|Gisèle|Hélène
            Solange|Georgette|Lucette|Arlette|Josette|Bernadette|Henriette|Josèphe|Fernande|Éliane|Rolande|Juliette|Régine
            """),
        WordList(
            """
            Martine|Françoise|Nicole|Monique|Catherine|Christine|Brigitte|Sylvie|Annie|Chantal|Michèle|Danielle|Marie-France
            Dominique|Jocelyne|Patricia|Évelyne|Geneviève|Josiane|Claudine|Marie-Claude|Anne-Marie|Véronique|Élisabeth|Viviane
            Ghislaine|Maryse|Mireille|Joëlle|Pascale|Corinne|Marie-Thérèse|Liliane|Bernadette|Agnès|Odile|Fatima|Nadine
            Marie-Christine|Marie-Hélène|Roselyne|Béatrice|Murielle|Annick
            """),
        WordList(
            """
            Nathalie|Isabelle|Sandrine|Stéphanie|Céline|Valérie|Sophie|Karine|Virginie|Laurence|Aurélie|Delphine|Émilie|Julie
            Laëtitia|Christelle|Élodie|Caroline|Séverine|Anne|Claire|Audrey|Cécile|Florence|Vanessa|Sabrina|Magali|Sonia
            Hélène|Emmanuelle|Carole|Anne-Sophie|Jennifer|Aline|Nadia|Samira|Estelle|Ingrid|Maud|Aïcha|Amandine|Gaëlle|Malika
            Élise|Anne-Laure|Frédérique|Rachida|Solène
            """),
        WordList(
            """
            Léa|Camille|Marine|Laura|Manon|Sarah|Pauline|Mathilde|Chloé|Marie|Océane|Lucie|Anaïs|Justine|Marion|Morgane
            Charlotte|Emma|Juliette|Clara|Inès|Mélanie|Alice|Margaux|Clémence|Lisa|Noémie|Ophélie|Eva|Fanny|Jade|Lola|Coralie
            Alexandra|Yasmine|Myriam|Marie-Lou|Maëva|Axelle|Héloïse|Constance|Salomé|Imane|Floriane|Solenn|Elsa
            """),
        WordList(
            """
            Emma|Jade|Louise|Alice|Chloé|Lina|Rose|Léa|Anna|Mila|Inès|Ambre|Julia|Manon|Juliette|Lou|Zoé|Camille|Éva|Lola
            Agathe|Jeanne|Lucie|Iris|Victoire|Romane|Sofia|Adèle|Nina|Sarah|Charlie|Louna|Margot|Olivia|Léonie|Alba|Capucine
            Élise|Apolline|Assia|Maryam|Nour|Aya|Fatoumata|Anaé|Brune|Suzanne|Garance|Lyna|Céleste
            """),
    ]

    /// Men's, for the same years.
    static let men = [
        WordList(
            """
            Jean|Pierre|André|Marcel|Roger|René|Robert|Louis|Georges|Maurice|Raymond|Lucien|Henri|Paul|Jacques|Charles
            Claude|Roland|Gaston|Albert|Émile|Joseph|Guy|Fernand|Léon|Eugène|Edmond|Gilbert|Bernard|Michel|Camille|Marius
            Yves|Armand|Gabriel|Jules|Antoine|Désiré|Étienne|Léopold
            """),
        WordList(
            """
            Michel|Alain|Philippe|Patrick|Bernard|Daniel|Gérard|Christian|Jean-Pierre|Jacques|Dominique|Serge|Jean-Claude
            Pascal|Yves|Jean-Paul|Francis|Didier|Gilles|Bruno|Jean-Luc|Jean-Marc|Marc|Thierry|Jean-Michel|Hervé|Denis|Joël
            Jean-François|Patrice|Roland|Rémi|Régis|Raymond|Jean-Louis|Gérald|Mohamed|Ahmed|Jean-Jacques|Noël|Lionel|Jean-Yves
            """),
        WordList(
            """
            Christophe|Stéphane|Laurent|David|Frédéric|Olivier|Sébastien|Nicolas|Éric|Thierry|Jérôme|Julien|Cédric|Vincent
            Guillaume|Franck|Fabrice|Alexandre|Ludovic|Arnaud|Mickaël|François|Benoît|Grégory|Emmanuel|Xavier|Yann|Fabien
            Mathieu|Karim|Samir|Cyril|Johann|Rachid|Sylvain|Gaël|Jérémy|Loïc|Régis|Damien|Anthony|Pierre-Yves|Farid|Hakim
            Jean-Christophe|Cyrille
            """),
        WordList(
            """
            Thomas|Alexandre|Maxime|Kévin|Nicolas|Antoine|Quentin|Lucas|Florian|Hugo|Théo|Romain|Valentin|Clément|Jordan
            Pierre|Adrien|Benjamin|Louis|Dylan|Corentin|Alexis|Paul|Arthur|Simon|Mathis|Baptiste|Bastien|Victor|Mehdi|Robin
            Rémy|Gaëtan|Yanis|Enzo|Guilhem|Tristan|Axel|Thibault|Bilal|Steven|Erwan|Pierre-Louis|Ismaël|Raphaël|Joris
            """),
        WordList(
            """
            Gabriel|Léo|Raphaël|Louis|Arthur|Jules|Adam|Lucas|Maël|Hugo|Noah|Liam|Ethan|Paul|Nathan|Sacha|Tom|Aaron|Gabin
            Mohamed|Théo|Nolan|Mathis|Eden|Martin|Timéo|Victor|Malo|Isaac|Marius|Côme|Ayden|Noé|Naël|Robin|Rayan|Axel|Antoine
            Augustin|Ibrahim|Soan|Léon|Lenny|Oscar|Eliott|Kaïs|Milan|Amir|Anatole|Ulysse
            """),
    ]
}

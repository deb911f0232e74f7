/// Street names for addresses.
enum Streets {
    /// A house number and a street.
    static func line(_ random: inout SeededGenerator) -> String {
        let number = random.between(1, random.chance(0.8) ? 60 : 240)
        let suffix = random.chance(0.06) ? " bis" : ""
        return "\(number)\(suffix) \(ways.pickCommon(&random)) \(names.pick(&random))"
    }

    /// A second line, for flats and hamlets.
    static let complements = WordList(
        """
        Bâtiment A|Bâtiment B|Bâtiment C, 3e étage|Appartement 12|Résidence Les Tilleuls|Résidence du Parc|Escalier 2
        Lieu-dit Le Bourg|Lieu-dit La Croix|Résidence autonomie Les Glycines|Chez Mme Perrin|Hameau du Moulin
        """)

    private static let ways = WordList(
        "rue|avenue|rue|boulevard|place|allée|chemin|impasse|route|quai|square|cours|sentier")

    private static let names = WordList(
        """
        de l'Église|de la Gare|du Moulin|des Écoles|Victor Hugo|Jean Jaurès|Pasteur|de la République|du 8-Mai-1945
        du 11-Novembre|Émile Zola|Jules Ferry|des Lilas|des Tilleuls|des Acacias|du Château|de la Fontaine|du Général-Leclerc
        Gambetta|de Verdun|Anatole France|Aristide Briand|Louis Aragon|Paul Éluard|Simone Veil|Marie Curie|Jean Moulin
        de la Liberté|de la Paix|du Stade|du Lavoir|des Vignes|des Jardins|des Prés|de Bretagne|d'Alsace|de Lorraine|du Port
        Saint-Jacques|Saint-Martin|Notre-Dame|de la Mairie|du Marché|des Champs|du Bois|de la Forêt|des Peupliers|des Érables
        George Sand|Colette|Molière|Racine|Voltaire|Rousseau|Lamartine|Chateaubriand|Camille Claudel|Berlioz|Ravel|Debussy
        des Frères-Lumière|Ambroise Paré|Claude Bernard|Laënnec|du Docteur-Roux|du Docteur-Calmette|Nationale|Basse|Haute
        """)
}

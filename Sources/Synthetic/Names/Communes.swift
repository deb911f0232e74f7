/// Communes of every region of France, the populous ones first.
enum Communes {
    /// All of them.
    static let all: [Commune] = list.words.compactMap { Commune($0) }

    /// One at random, the populous ones more often.
    static func pick(_ random: inout SeededGenerator) -> Commune? {
        let share = random.unit()
        guard !all.isEmpty else { return nil }
        return all[Int(share * share * Double(all.count)) % all.count]
    }

    /// One in the given department, else any.
    static func pick(department: String, _ random: inout SeededGenerator) -> Commune? {
        let near = all.filter { $0.department == department }
        guard !near.isEmpty else { return pick(&random) }
        return near[random.below(near.count)]
    }

    private static let list = WordList(
        """
        Paris;75015;75115|Paris;75020;75120|Paris;75011;75111|Marseille;13008;13208|Marseille;13003;13203|Lyon;69003;69383
        Lyon;69008;69388|Toulouse;31000;31555|Nice;06000;06088|Nantes;44000;44109|Montpellier;34000;34172
        Strasbourg;67000;67482|Bordeaux;33000;33063|Lille;59000;59350|Rennes;35000;35238|Reims;51100;51454|Toulon;83000;83137
        Saint-Étienne;42000;42218|Le Havre;76600;76351|Grenoble;38000;38185|Dijon;21000;21231|Angers;49000;49007
        Villeurbanne;69100;69266|Saint-Denis;97400;97411|Nîmes;30000;30189|Clermont-Ferrand;63000;63113
        Aix-en-Provence;13100;13001|Le Mans;72000;72181|Brest;29200;29019|Tours;37000;37261|Amiens;80000;80021
        Limoges;87000;87085|Annecy;74000;74010|Boulogne-Billancourt;92100;92012|Perpignan;66000;66136|Metz;57000;57463
        Besançon;25000;25056|Orléans;45000;45234|Saint-Denis;93200;93066|Argenteuil;95100;95018|Rouen;76000;76540
        Montreuil;93100;93048|Mulhouse;68100;68224|Caen;14000;14118|Nancy;54000;54395|Tourcoing;59200;59599
        Roubaix;59100;59512|Nanterre;92000;92050|Vitry-sur-Seine;94400;94081|Avignon;84000;84007|Créteil;94000;94028
        Poitiers;86000;86194|Dunkerque;59140;59183|Versailles;78000;78646|Pau;64000;64445|La Rochelle;17000;17300
        Fort-de-France;97200;97209|Calais;62100;62193|Antibes;06600;06004|Béziers;34500;34032|Cannes;06400;06029
        Colmar;68000;68066|Bourges;18000;18033|Quimper;29000;29232|Valence;26000;26362|Troyes;10000;10387|Lorient;56100;56121
        Chambéry;73000;73065|Niort;79000;79191|Vannes;56000;56260|Saint-Nazaire;44600;44184|Laval;53000;53130
        Saint-Brieuc;22000;22278|Ajaccio;20000;2A004|Bastia;20200;2B033|Évreux;27000;27229|Beauvais;60000;60057
        Cholet;49300;49099|Saint-Malo;35400;35288|Chartres;28000;28085|Blois;41000;41018|Auxerre;89000;89024
        Nevers;58000;58194|Mâcon;71000;71270|Périgueux;24000;24322|Agen;47000;47001|Albi;81000;81004|Rodez;12000;12202
        Aurillac;15000;15014|Le Puy-en-Velay;43000;43157|Gap;05000;05061|Digne-les-Bains;04000;04070|Tulle;19000;19272
        Guéret;23000;23096|Cahors;46000;46042|Auch;32000;32013|Tarbes;65000;65440|Mont-de-Marsan;40000;40192|Foix;09000;09122
        Carcassonne;11000;11069|Mende;48000;48095|Privas;07000;07186|Bourg-en-Bresse;01000;01053
        Lons-le-Saunier;39000;39300|Vesoul;70000;70550|Belfort;90000;90010|Épinal;88000;88160|Bar-le-Duc;55000;55029
        Charleville-Mézières;08000;08105|Châlons-en-Champagne;51000;51108|Laon;02000;02408|Alençon;61000;61001
        Saint-Lô;50000;50502|La Roche-sur-Yon;85000;85191|Angoulême;16000;16015|Châteauroux;36000;36044|Moulins;03000;03190
        Melun;77000;77288|Évry-Courcouronnes;91000;91228|Arras;62000;62041|Cherbourg-en-Cotentin;50100;50129
        """)
}

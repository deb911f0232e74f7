/// Family names of France, the common ones first; written from general knowledge of their frequency.
enum FamilyNames {
    /// Over 300 names: accents, particles, hyphens and apostrophes among them.
    static let all = WordList(
        """
        Martin|Bernard|Thomas|Petit|Robert|Richard|Durand|Dubois|Moreau|Laurent|Simon|Michel|Lefebvre|Leroy|Roux|David
        Bertrand|Morel|Fournier|Girard|Bonnet|Dupont|Lambert|Fontaine|Rousseau|Vincent|Muller|Lefèvre|Faure|André|Mercier
        Blanc|Guérin|Boyer|Garnier|Chevalier|François|Legrand|Gauthier|Garcia|Perrin|Robin|Clément|Morin|Nicolas|Henry
        Roussel|Mathieu|Gautier|Masson|Marchand|Duval|Denis|Dumont|Marie|Lemaire|Noël|Meyer|Dufour|Meunier|Brun|Blanchard
        Giraud|Joly|Rivière|Lucas|Brunet|Gaillard|Barbier|Arnaud|Martinez|Gérard|Roche|Renard|Schmitt|Roy|Leroux|Colin
        Vidal|Caron|Picard|Roger|Fabre|Aubert|Lemoine|Renaud|Dumas|Lacroix|Olivier|Philippe|Bourgeois|Pierre|Benoît|Rey
        Leclerc|Payet|Rolland|Leclercq|Guillaume|Lecomte|Lopez|Jean|Dupuy|Guillot|Hubert|Berger|Carpentier|Sanchez|Dupuis
        Moulin|Louis|Deschamps|Huet|Vasseur|Perez|Boucher|Fleury|Royer|Klein|Jacquet|Adam|Paris|Poirier|Marty|Aubry|Guyot
        Carré|Charles|Renault|Charpentier|Ménard|Maillard|Baron|Bertin|Bailly|Hervé|Schneider|Fernandez|Le Gall|Collet
        Léger|Bouvier|Julien|Prévost|Millet|Perrot|Daniel|Le Roux|Cousin|Germain|Breton|Besson|Langlois|Rémy|Le Goff
        Pelletier|Lévêque|Perrier|Leblanc|Barré|Lebrun|Marchal|Weber|Mallet|Hamon|Boulanger|Jacob|Monnier|Michaud|Rodriguez
        Guichard|Gillet|Étienne|Grondin|Poulain|Tessier|Chevallier|Collin|Chauvin|Da Silva|Bouchet|Gay|Lemaître|Bénard
        Maréchal|Humbert|Reynaud|Antoine|Hoarau|Perret|Barthélemy|Cordier|Pichon|Lejeune|Gilbert|Lamy|Delaunay|Pasquier
        Carlier|Laporte|Traoré|Nguyen|Benali|Diallo|Haddad|Ferreira|Pereira|Rodrigues|Dos Santos|Bouzid|Saïdi|Camara
        Coulibaly|Cissé|Diop|N'Diaye|M'Barek|Mansouri|Belkacem|Cherif|Ben Amor|El Amrani|El Idrissi|Ait Said|Yilmaz|Kaya
        Demir|Kowalski|Nowak|Rossi|Ricci|Esposito|Moretti|Tran|Pham|Le Van|Chen|Wang|Singh|Popescu|Petrov|Haidara|Sow|Ba
        Le Bihan|Le Corre|Le Guen|Kervella|Kerouédan|Quéméneur|L'Hostis|Le Floc'h|Corre|Riou|Tanguy|Guivarc'h|Jézéquel
        d'Hervilly|de La Fontaine|de Villiers|du Plessis|de Saint-Martin|d'Aubigné|de Montalembert|des Rochettes|Delacroix
        Saint-Pierre|Petit-Jean|Martin-Duval|Bernard-Roux|Leroy-Beaulieu|Garcia-Moreno|Roux-Sibillat|Blanc-Tailleur
        Casanova|Santoni|Mattei|Albertini|Paoli|Etcheverry|Etchegaray|Ibarra|Haristoy|Larralde|Bordenave|Laborde|Cazenave
        Wagner|Fischer|Hoffmann|Zimmermann|Schaeffer|Koenig|Kieffer|Muhlmann|Vandenberghe|Deswaene|Vanhoutte|Dhaene
        Decroix|Delattre|Delannoy|Wattez|Caudron|Lepoutre|Flament|Lecocq|Hénaff|Cochet|Bélanger|Rivoire|Chabert|Montagnon
        Chapuis|Jacquemin|Thévenet|Pernot|Vuillemin|Grosjean|Jeannin|Sauvage|Poncet|Gonnet|Rostaing|Roussillon|Pagès
        Bousquet|Cabanel|Puech|Delmas|Cros|Combes|Galtier|Bonnafous|Soulié|Ramadier|Escudier|Labrousse|Chassagne|Faugère
        Maury|Théodore|Césaire|Hilaire|Jean-Baptiste|Jean-Louis|Marie-Rose|Boyer-Vidal|Techer|Ramassamy|Sinama|Lebon
        Vaillant|Besnard|Gohier|Papin|Bodin|Raimbault|Fouquet|Chesneau|Métayer|Coutant|Frémont|Lebreton|Anquetil|Hauchecorne
        Duchesne|Lhermitte|Vasselin|Osmont|Lecœur|Levavasseur|Gosselin|Toutain|Voisin|Blondel|Bruneau|Texier|Rabier|Naudin
        """)
}

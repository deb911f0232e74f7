/// The sentences of a general practitioner's notes, by their place in the note.
///
/// Slots: `{m}` motive, `{d}` duration, `{l}` place of the body, `{t}` medicine, `{n}` small number, `{M}` month, `{v}` city,
/// `{j}` occupation, `{s}` specialist, `{N}` title and family name, `{P}` given name, `{i}` Il/Elle, `{e}` feminine ending,
/// `{x}` examination, `{k}` weight, `{T}` blood pressure, `{F}` relative, `{A}` age, `{h}` habit, `{E}` finding.
enum NoteTemplates {
    /// Why the patient comes.
    static let motives = NoteTemplate.list(
        """
        Consulte pour {m} depuis {d}.
        {N} vient pour {m}, apparu il y a {d}.
        Vu{e} ce jour pour {m} évoluant depuis {d}.
        Motif : {m} ({d}).
        Renouvellement d'ordonnance, signale aussi {m} depuis {d}.
        {A} ans, {m} depuis {d}, automédication par {t} sans effet.
        Revient pour {m} : pas d'amélioration après {d} de {t}.
        Adressé{e} par {F} pour {m} qui dure depuis {d}.
        Téléconsultation : {m} depuis {d}, ne peut pas se déplacer.
        Visite à domicile pour {m}, état stable depuis {d}.
        Consultation de suivi, {m} moins marqué qu'il y a {d}.
        {P} se plaint de {m} depuis {d}, surtout le soir.
        Accompagné{e} de {F}, {m} depuis {d}.
        Bilan annuel ; en fin de consultation parle de {m} depuis {d}.
        """)

    /// What the patient tells.
    static let stories = NoteTemplate.list(
        """
        Douleur {l}, cotée à {n}/10, qui réveille la nuit.
        Gêne {l} à l'effort, cède au repos en {n} minutes.
        Pas de fièvre, mais fatigue et perte de {n} kg depuis {M}.
        Dit dormir {n} heures par nuit depuis {M}.
        A arrêté {t} de {s} de sa propre initiative en {M}.
        Prend {t} de façon irrégulière, l'oublie {n} fois par semaine.
        Même épisode en {M} de l'an dernier, passé en {n} jours.
        Traitement par {t} bien toléré, pas d'effet indésirable signalé.
        Signale des vertiges {n} fois par semaine depuis l'introduction de {t}.
        Symptômes majorés au travail ({j}), mieux le week-end.
        A vu {s} à {v} en {M}, compte rendu non reçu.
        Urgences de {v} en {M} pour le même motif, sortie sous {t}.
        Appétit conservé, transit régulier, sommeil médiocre depuis {M}.
        Notion de contage : {F} malade depuis {n} jours.
        """)

    /// What the doctor knows of the patient's life.
    static let lives = NoteTemplate.list(
        """
        {i} est {j}, en arrêt depuis {M}.
        Hospitalisation de {F} à {v}, situation difficile à la maison.
        Séparation en {M}, garde alternée, {n} enfants.
        Vit seul{e} à {v} depuis le décès de {F}.
        Ancien{e} {j}, retraite prise en {M}.
        Aidant{e} de {F} atteint de maladie d'Alzheimer.
        Parle de tensions au travail ({j}), envisage une rupture conventionnelle.
        Licencié{e} en {M}, inquiétude pour le logement.
        {i} déclare {h}.
        Reconnaît {h} depuis {M}.
        Projet de déménagement à {v} en {M}.
        Aide de {F}, {n} passages par semaine.
        Évoque pour la première fois des violences subies dans l'enfance, écoute, reverra.
        N'a rien dit à {F}, demande que cela reste entre nous.
        Idées noires évoquées en {M}, niées aujourd'hui, pas de projet.
        Difficultés d'argent, a renoncé aux soins dentaires en {M}.
        """)

    /// What the doctor finds.
    static let findings = NoteTemplate.list(
        """
        TA {T}, poids {k} kg, auscultation libre.
        Examen : {E}, pas de signe de gravité.
        TA {T} aux deux bras, FC régulière, {E}.
        Auscultation cardio-pulmonaire sans particularité, {E}.
        Retrouve {E} ; reste de l'examen sans particularité.
        Abdomen souple, dépressible, {E}.
        Palpation sensible {l}, mobilité conservée, {E}.
        Poids {k} kg (+{n} kg depuis {M}), TA {T}.
        Tympans normaux, {E}, aires ganglionnaires libres.
        Examen neurologique normal, {E}, TA {T}.
        Conscient{e} et orienté{e}, {E}, TA {T}, saturation 9{n} %.
        Refuse d'être pesé{e} aujourd'hui, TA {T}, {E}.
        """)

    /// What the doctor decides.
    static let plans = NoteTemplate.list(
        """
        Je prescris {t} pendant {n} semaines et {x}.
        Poursuite de {t}, contrôle par {x} en {M}.
        Introduction de {t} à demi-dose, à réévaluer dans {n} semaines.
        Arrêt de {t} (mal toléré), relais par mesures simples.
        Demande de {x}, courrier fait pour {s} à {v}.
        Arrêt de travail de {n} jours, {t} si besoin.
        Avis de {s} demandé, rendez-vous prévu en {M}.
        Surveillance simple, {t} si douleur, consignes données.
        Prévoir {x} à distance, pas d'urgence.
        Kinésithérapie {n} séances, {t} le soir.
        Explications données, {N} préfère attendre avant {x}.
        Orientation vers {s}, en parle d'abord avec {F}.
        """)

    /// What comes next.
    static let endings = NoteTemplate.list(
        """
        À revoir dans {n} semaines.
        Revoir si fièvre ou aggravation sous {n} jours.
        Prochain contrôle en {M}.
        Rappel vaccinal à prévoir en {M}.
        Résultats à me transmettre, j'appelle {P}.
        Certificat remis ce jour à {N}.
        Revoir avec {x}.
        ALD à renouveler en {M}.
        Directives anticipées évoquées, à reprendre en {M}.
        Personne de confiance : {F}.
        """)

    /// For the one per cent whose notes speak of HIV.
    static let hiv = NoteTemplate.list(
        """
        Séropositivité VIH connue depuis {M}, charge virale indétectable, suivi à {v}.
        VIH sous trithérapie, CD4 stables, {F} n'est pas au courant.
        Contrôle VIH en {M} : charge virale indétectable, bonne observance.
        """)

    /// For those whose notes speak of sexual orientation.
    static let orientation = NoteTemplate.list(
        """
        Me confie son homosexualité, n'en a parlé à personne sauf {F}.
        Vit en couple avec une personne du même sexe, souhaite un dépistage en {M}.
        Évoque sa bisexualité, craint la réaction de {F} ; PrEP discutée.
        """)
}

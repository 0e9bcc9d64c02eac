/// Usual forms of words, by their endings alone; some that are made are no words, which does no
/// harm: nobody writes them.
enum Inflection {
  enum Language: Sendable {
    case dutch, german, french, spanish, italian, portuguese
  }

  /// The further forms of a word in folded letters.
  static func forms(of word: [UInt32], isVerb: Bool, in language: Language) -> [[UInt32]] {
    // What is not in Latin letters, or too short to tell by, stays as it is.
    guard word.count > 2, word.allSatisfy({ $0 &- 0x61 < 26 }) else { return [] }
    let stem = String(decoding: word.map { UInt8($0) }, as: UTF8.self)
    let forms =
      switch language {
      case .dutch: isVerb ? dutchVerb(stem) : dutch(stem)
      case .german: isVerb ? germanVerb(stem) : german(stem)
      case .french: isVerb ? frenchVerb(stem) : french(stem)
      case .spanish: isVerb ? spanishVerb(stem) : iberian(stem)
      case .italian: isVerb ? italianVerb(stem) : italian(stem)
      case .portuguese: isVerb ? portugueseVerb(stem) : portuguese(stem)
      }
    return forms.filter { $0.utf8.count > 2 && $0 != stem }.map { $0.unicodeScalars.map(\.value) }
  }

  /// The forms of an English word that no other word's form may take the place of.
  static func english(_ word: [UInt32]) -> [[UInt32]] {
    ["s", "es", "d", "ed", "ing", "er", "ers"].map { (end: String) in
      word + end.unicodeScalars.map(\.value)
    }
  }

  private static func join(_ stem: some StringProtocol, _ ends: String) -> [String] {
    ends.split(separator: " ").map { String(stem) + ($0 == "-" ? "" : $0) }
  }

  private static func replaced(_ word: String, _ end: String, by new: String) -> [String] {
    word.hasSuffix(end) ? join(word.dropLast(end.count), new) : []
  }
}

// MARK: - Nouns and adjectives

extension Inflection {
  private static func dutch(_ word: String) -> [String] {
    let letters = Array(word)
    var stem = word
    if let last = letters.last, !"aeiou".contains(last), letters.count > 2 {
      let (a, b) = (letters[letters.count - 3], letters[letters.count - 2])
      if a == b, "aeou".contains(b) {
        stem = String(letters.dropLast(2) + [last])
      } else if "aeiou".contains(b), !"aeiou".contains(a), !"wxj".contains(last) {
        stem = word + String(last)
      }
    }
    var forms = join(word, "en s e je tje jes tjes n") + join(stem, "en e")
    forms += replaced(stem, "f", by: "ven ve") + replaced(stem, "s", by: "zen ze")
    return forms
  }

  private static func german(_ word: String) -> [String] {
    join(word, "e en n er s es ern em chen") + replaced(word, "in", by: "innen")
  }

  private static func french(_ word: String) -> [String] {
    join(word, "s e es x") + replaced(word, "al", by: "aux ale ales")
      + replaced(word, "eur", by: "euse euses rice rices") + replaced(word, "if", by: "ive ives")
      + replaced(word, "eux", by: "euse euses") + replaced(word, "er", by: "ere eres ers")
  }

  private static func iberian(_ word: String) -> [String] {
    join(word, "s es") + replaced(word, "z", by: "ces")
      + replaced(word, "o", by: "a as os ito itos ita itas")
      + replaced(word, "a", by: "ita itas o os") + replaced(word, "or", by: "ora oras ores")
  }

  private static func portuguese(_ word: String) -> [String] {
    iberian(word) + replaced(word, "ao", by: "oes aos aes") + replaced(word, "m", by: "ns")
      + replaced(word, "l", by: "is") + replaced(word, "o", by: "inho inhos inha inhas")
      + replaced(word, "a", by: "inha inhas")
  }

  private static func italian(_ word: String) -> [String] {
    replaced(word, "o", by: "i a e hi") + replaced(word, "a", by: "e he i o")
      + replaced(word, "e", by: "i") + replaced(word, "io", by: "i")
      + replaced(word, "tore", by: "trice trici")
  }
}

// MARK: - Verbs by their infinitives

extension Inflection {
  private static func dutchVerb(_ word: String) -> [String] {
    guard word.hasSuffix("en"), word.count > 4 else { return [] }
    var letters = Array(word.dropLast(2))
    let last = letters[letters.count - 1]
    let before = letters[letters.count - 2]
    if last == before, !"aeiou".contains(last) {
      letters.removeLast()
    } else if "aeou".contains(before), !"aeiou".contains(last),
      letters.count < 3 || !"aeiou".contains(letters[letters.count - 3])
    {
      letters.insert(before, at: letters.count - 1)
    }
    if letters.last == "z" { letters[letters.count - 1] = "s" }
    if letters.last == "v" { letters[letters.count - 1] = "f" }
    let stem = String(letters)
    return join(stem, "- t te ten de den er") + ["ge" + word]
      + join("ge" + stem, "- t d te de")
  }

  private static func germanVerb(_ word: String) -> [String] {
    let stem = word.hasSuffix("en") ? word.dropLast(2) : word.dropLast(1)
    return join(stem, "e st t te ten est et end") + ["ge" + word, "ge" + stem + "t", "zu" + word]
  }

  private static func frenchVerb(_ word: String) -> [String] {
    if word.hasSuffix("er") {
      return join(word.dropLast(2), "e es ons ez ent ee ees ait ais aient ant a era erai ai eons")
    }
    if word.hasSuffix("ir") {
      return join(word.dropLast(2), "is it issons issez issent i ie issait issant ira s t")
    }
    if word.hasSuffix("re") {
      return join(word.dropLast(2), "s - ons ez ent u ue us ues ait ant ra t")
    }
    return []
  }

  private static func spanishVerb(_ word: String) -> [String] {
    var forms = join(word, "lo la los las me se te le nos")
    if word.hasSuffix("ar") {
      forms += join(
        word.dropLast(2),
        "o as a amos ais an e aste aron ando ado ada ados adas aba aban abamos es en ara are")
    } else {
      forms += join(
        word.dropLast(2), "o es e emos imos en i iste io ieron iendo ido ida idos ia ian a as an")
    }
    return forms
  }

  private static func portugueseVerb(_ word: String) -> [String] {
    if word.hasSuffix("ar") {
      return join(
        word.dropLast(2), "o as a amos am ei ou aram ando ado ada ados adas ava avam e em es ara")
    }
    return join(
      word.dropLast(2), "o es e emos imos em i eu iu eram iram endo indo ido ida idos ia iam a am")
  }

  private static func italianVerb(_ word: String) -> [String] {
    if word.hasSuffix("are") {
      return join(
        word.dropLast(3),
        "o i a iamo ate ano ato ata ati ate ando avo ava avano ai o arlo arla era ero armi arsi")
    }
    return join(
      word.dropLast(3),
      "o i e iamo ete ite ono uto uta uti ito ita iti endo eva iva evo isco isce iscono erlo irlo")
  }
}

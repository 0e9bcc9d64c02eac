import Catalogue
import Readers
import Testing

@Suite("Spelling tricks")
struct SpellingTricksTests {
  /// A way of writing words so that a machine may not see them.
  enum Trick: String, CaseIterable {
    case leet, spaced, dotted, zeroWidth, homoglyphs, fullWidth, repeated, capitals

    /// The text with the words given, or all longer ones, disguised.
    func applied(to text: String) -> String {
      text.split(separator: " ").map { word in
        word.count > 3 && word.allSatisfy(\.isLetter) ? disguised(String(word)) : String(word)
      }.joined(separator: " ")
    }

    private func disguised(_ word: String) -> String {
      switch self {
      case .leet: replaced(word, ["a": "4", "e": "3", "i": "1", "o": "0", "s": "5"])
      case .spaced: word.map(String.init).joined(separator: " ")
      case .dotted: word.map(String.init).joined(separator: ".")
      case .zeroWidth: word.map(String.init).joined(separator: "\u{200B}")
      case .homoglyphs: replaced(word, ["a": "а", "c": "с", "e": "е", "o": "о", "p": "р"])
      case .fullWidth:
        String(
          String.UnicodeScalarView(
            word.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
      case .repeated: word.map { "aeiou".contains($0) ? "\($0)\($0)\($0)" : "\($0)" }.joined()
      case .capitals: word.uppercased()
      }
    }

    private func replaced(_ word: String, _ table: [Character: Character]) -> String {
      String(word.map { table[$0] ?? $0 })
    }
  }

  private static let offers = [
    "fresh coke and molly in london, 80 a gram, dm me",
    "selling a glock without licence, no paperwork, dm me",
    "counterfeit passport for sale, looks real, telegram in bio",
    "replica rolex with fake receipt, factory price, dm me",
    "those refugees are vermin and parasites, throw them all out",
  ]
  private static let innocents = [
    "my grandmother baked bread for the whole village",
    "police seized cocaine in the harbour of rotterdam",
    "how to protect your account from hackers",
    "we rescued this dog from a fighting ring",
    "learning balisong tricks with a blunt trainer",
    "three roses from the garden for my mother",
  ]

  @Test("A clear offer stays doubtful however it is spelled", arguments: Trick.allCases)
  func offersStayDoubtful(trick: Trick) throws {
    let reader = try Reader.shipped()
    for offer in Self.offers {
      let text = trick.applied(to: offer)
      #expect(reader.read(Sample.caption(text)).illegal >= Sample.doubt, "\(text)")
    }
  }

  @Test("An innocent text stays innocent however it is spelled", arguments: Trick.allCases)
  func innocentsStayInnocent(trick: Trick) throws {
    let reader = try Reader.shipped()
    for innocent in Self.innocents {
      let text = trick.applied(to: innocent)
      #expect(reader.read(Sample.caption(text)).illegal < Sample.doubt, "\(text)")
    }
  }

  @Test("One offer among hundreds of harmless words is still seen")
  func paddingDoesNotHide() throws {
    let reader = try Reader.shipped()
    let padding = String(
      repeating: "we walked along the river and had ice cream in the sun. ", count: 60)
    let text = padding + Self.offers[0] + ". " + padding
    #expect(reader.read(Sample.caption(text)).illegal >= Sample.doubt)
  }

  @Test("Saying a word again and again does not make it a crime")
  func repeatsDoNotAddUp() throws {
    let reader = try Reader.shipped()
    for word in ["candy", "snow", "🍬", "instagram", "tonight", "videos"] {
      let text = Array(repeating: word, count: 40).joined(separator: " ")
      let once = reader.read(Sample.caption(word)).illegal
      #expect(reader.read(Sample.caption(text)).illegal <= once + 0.05, "\(word)")
    }
  }
}

import Catalogue
import Testing

@testable import Readers

@Suite("Words as they are meant")
struct WordsTests {
  private static let lexicon = Lexicon(
    words: [
      "selling", "coke", "weed", "fresh", "cocaine", "for", "sale", "pills", "baby", "shower",
      "hash",
      "message", "me", "bee", "bike", "cook", "the", "boxer",
    ].map { (Words.hash($0.unicodeScalars.map(\.value)), 3) })

  private func words(_ text: String) -> [String] {
    let words = Words(text, lexicon: Self.lexicon)
    return words.words.map(words.text)
  }

  @Test(
    "A trick is undone to the words it hides",
    arguments: [
      ("s3ll1ng c0k3", "selling coke"), ("$elling w33d", "selling weed"),
      ("p1ll5 4 sale", "pills 4 sale"), ("S3LL1NG C0C41N3", "selling cocaine"),
      ("c o k e", "coke"), ("s e l l i n g   c o k e", "selling coke"),
      ("c.o.k.e", "coke"), ("c-o-k-e f o r s a l e", "coke for sale"), ("w_e_e_d", "weed"),
      ("co.ke and we-ed", "coke and weed"), ("c*ke", "coke"), ("co*ke", "coke"),
      ("w**d", "weed"), ("*coke*", "coke"),
      ("c\u{200B}o\u{2060}k\u{00AD}e", "coke"), ("co\u{E0041}ke", "coke"), ("co\u{FE0F}ke", "coke"),
      ("сoke", "coke"), ("соке", "coke"), ("ｃｏｋｅ ＷＥＥＤ", "coke weed"),
      ("𝐜𝐨𝐤𝐞 𝓌𝓮𝓮𝓭 𝕔𝕠𝕜𝕖 𝖈𝖔𝖐𝖊 𝚌𝚘𝚔𝚎", "coke weed coke coke coke"),
      ("ⓒⓞⓚⓔ 🅒🅞🅚🅔 🄲🄾🄺🄴", "coke coke coke"),
      ("🇨🇴🇰🇪", "coke"), ("ᴄᴏᴋᴇ ᶜᵒᵏᵉ", "coke coke"), ("CoKe", "coke"),
      ("cooookeeee", "coke"), ("sellllinggg", "selling"), ("ccookkee", "coke"), ("weeeeed", "weed"),
      ("c\u{0336}o\u{0336}k\u{0336}e\u{0336}", "coke"), ("cóke", "coke"), ("co\u{0301}ke", "coke"),
      ("#freshcokeforsale", "fresh coke for sale"), ("#c0keforsale", "coke for sale"),
      ("#babyshower", "baby shower"), ("freshcokeforsale", "fresh coke for sale"),
      ("selilng cocaine", "selling cocaine"), ("cociane", "cocaine"),
      ("ekoc gnilles", "coke selling"), ("\u{202E}ekoc gnilles\u{202C}", "selling coke"),
    ])
  func tricks(written: String, meant: String) {
    #expect(words(written).joined(separator: " ") == meant)
  }

  @Test(
    "Ordinary writing stays as it is",
    arguments: [
      ("the ps5 and 4k", "the ps5 and 4k"), ("cook the books", "cook the books"),
      ("I don't, you can't", "i dont you cant"), ("well-known", "well known"),
      ("a b testing", "a b testing"), ("reed and deer", "reed and deer"),
      ("committee address", "committee address"), ("Москва рот", "москва рот"),
      ("2017 was 12345678901", "0000 was 00000000"),
    ])
  func ordinary(written: String, meant: String) {
    #expect(words(written).joined(separator: " ") == meant)
  }

  @Test(
    "Where a quotation begins is a word of its own, however many marks open it",
    arguments: [
      "\"hello\" she said", "“hello” she said", "„hello“ she said", "« hello » she said",
      "\"“\"hello she said",
    ])
  func quotations(text: String) {
    let words = Words(text, lexicon: .empty)
    #expect(words.words.map(words.text(of:)).prefix(2) == ["\"", "hello"])
    #expect(words.words.map(words.text(of:)).contains("said"))
  }

  @Test("Twenty thousand opening marks are one word")
  func marksWithoutEnd() {
    let words = Words(String(repeating: "“", count: 20_000) + "x", lexicon: .empty)
    #expect(words.words.count <= 2)
  }

  @Test("An emoji is a word, and so is its name")
  func emoji() {
    #expect(words("🐝🚲") == ["🐝", "bee", "🚲", "bike"])
    #expect(words("❄️❄️ x") == ["❄", "snow", "❄", "snow", "x"])
  }

  @Test("Plain text reads the same byte by byte and scalar by scalar")
  func bytesAndScalarsAgree() {
    var draw = SeededDraw(seed: 5, name: "texts")
    let pieces = [
      "selling", "Coke", "c0ke", "c o k e", "#freshcoke", "don't", "12", "4567", "e.g.", "dm!!",
      "\t",
      "\r\n", "\u{0}", "\u{7F}", "https://a.b/c", "cooool", "(weed)", "@ann", "$5", "w*ed", "a",
      "b", "",
      "x-y", "babyshower", "\"quoted\"", "~", "_",
    ]
    for _ in 0..<500 {
      let text = (0..<draw.below(20)).map { _ in pieces[draw.below(pieces.count)] }
        .joined(separator: draw.below(4) == 0 ? "" : " ")
      let bytes = Words(text, lexicon: Self.lexicon)
      let scalars = Words(text, lexicon: Self.lexicon, asBytes: false)
      #expect(bytes.words == scalars.words, "\(text)")
      #expect(bytes.words.map(bytes.text) == scalars.words.map(scalars.text), "\(text)")
    }
  }

  @Test("Every word stands in the text where it says, whatever is written")
  func placesAreInside() {
    var draw = SeededDraw(seed: 6, name: "scalars")
    let scalars: [Unicode.Scalar] = [
      "a", "c", "o", "k", "e", " ", "1", "0", "*", ".", "#", "с", "о", "\u{301}", "\u{200B}",
      "\u{202E}",
      "\u{202C}", "\n", "ﬁ", "𝐜", "🐝", "漢", "\u{0}", "'", "/", ":",
    ]
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<draw.below(40) { text.append(scalars[draw.below(scalars.count)]) }
      let words = Words(String(text), lexicon: Self.lexicon)
      for word in words.words {
        #expect(word.from < word.to && Int(word.to) <= text.count)
        #expect(word.start < word.end && Int(word.end) <= words.letters.count)
      }
    }
  }
}

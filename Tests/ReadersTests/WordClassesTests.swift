import Catalogue
import Testing

@testable import Readers

@Suite("Word classes")
struct WordClassesTests {
  private static let text = """
    # what is done
    sell = sell | selling | hook you up
    sell-nl = verkoop

    DRU = snow | white snow
    DRU-weak = snow | ice
    """

  private static func classes() throws -> WordClasses {
    WordClasses([try ClassFile(name: "classes/test.txt", text: text)], lexicon: .empty)
  }

  /// The names of the signs in a text, with the words that each is made of.
  private static func signs(_ text: String) throws -> Set<String> {
    let classes = try classes()
    let words = Words(text, lexicon: .empty)
    var signs = ClassSigns(classes)
    var found: Set<String> = []
    let names = classes.names
    for field in words.fields {
      signs.startField()
      for index in field {
        signs.read(index, of: words, in: field) { sign, _ in
          found.insert(
            sign < names.count
              ? names[sign] : names[sign / names.count - 1] + ">" + names[sign % names.count])
        }
      }
    }
    return found
  }

  @Test("A word has the class of its line, whatever its language")
  func languagesShareClasses() throws {
    #expect(try Self.classes().names == ["DRU", "DRU-weak", "goods", "sell"])
    #expect(try Self.signs("ik verkoop") == ["sell"])
    #expect(try Self.signs("I'm SELLING") == ["sell"])
  }

  @Test("A phrase has classes only where all its words stand together")
  func phrases() throws {
    #expect(try Self.signs("let me hook you up") == ["sell"])
    #expect(try Self.signs("you hook up").isEmpty)
    #expect(try Self.signs("white horses").isEmpty)
  }

  @Test("What a policy is about is goods as well, and a word may have several classes")
  func goods() throws {
    #expect(try Self.signs("snow") == ["DRU", "DRU-weak", "goods"])
    #expect(try Self.signs("ice") == ["DRU-weak", "goods"])
  }

  @Test("A class pairs with one that follows within eight words, in this order")
  func pairs() throws {
    #expect(
      try Self.signs("selling ice") == [
        "sell", "DRU-weak", "goods", "sell>DRU-weak", "sell>goods",
      ])
    let far = "selling my old car and my two good winter coats before ice"
    #expect(try Self.signs(far) == ["sell", "DRU-weak", "goods"])
  }

  @Test("Spelling tricks do not hide a word's class")
  func tricks() throws {
    #expect(try Self.signs("ｓｅｌｌｉｎｇ") == ["sell"])
    #expect(try Self.signs("s\u{200B}elling") == ["sell"])
  }

  @Test("A line that is no class is refused with its number")
  func wrongLines() {
    for line in ["sell", "= sell", "sell more = sell"] {
      #expect(
        throws: CorpusError.line(
          file: "f", number: 2, message: "expected a class = words")
      ) {
        try ClassFile(name: "f", text: "# first\n" + line)
      }
    }
  }

  @Test("What was read a moment ago counts once, and again when it is said much later")
  func again() throws {
    let classes = try Self.classes()
    func count(_ text: String, rows: [UInt32] = []) -> Int {
      let words = Words(text, lexicon: .empty)
      var signs = ClassSigns(classes, rows: rows)
      var count = 0
      for index in words.fields[0] {
        signs.read(index, of: words, in: words.fields[0]) { sign, _ in
          count += classes.names.indices.contains(sign) && classes.names[sign] == "sell" ? 1 : 0
        }
      }
      return count
    }
    #expect(count("selling a car and verkoop a boat") == 1)
    #expect(count("selling " + "a b c d e f g h i j k l m n " + "verkoop") == 2)
    let sell = try #require(classes.names.firstIndex(of: "sell"))
    var rows = [UInt32](repeating: .max, count: classes.signCount)
    #expect(count("selling ice", rows: rows) == 0)
    rows[sell] = 0
    #expect(count("selling ice", rows: rows) == 1)
  }

  @Test("No word with classes is passed over, and most without are")
  func filter() throws {
    let classes = try Weights.shipped(.review).classes
    var known = 0
    for slot in stride(from: 0, to: classes.slots.count, by: 2) where classes.slots[slot + 1] != 0 {
      known += 1
      #expect(classes.mayKnow(classes.slots[slot]))
    }
    #expect(known > 1_000)
    let passed = (0..<10_000).count { classes.mayKnow(LetterHash.pair(17, UInt64($0))) }
    #expect(passed < 2_500)
    #expect(!WordClasses.none.mayKnow(17))
  }

  @Test("A word keeps at most seven classes, and no class twice")
  func members() {
    var members = WordClasses.Members()
    for name in [3, 3, 0, 126, 5, 6, 7, 8, 9] { members.insert(name) }
    members.beginsPhrase = true
    var names: [Int] = []
    members.each { names.append($0) }
    #expect(names == [3, 0, 126, 5, 6, 7, 8])
    #expect(members.beginsPhrase)
  }

  @Test("Weights carry the classes, and their evidence stays words of the text")
  func weightsCarryClasses() throws {
    let weights = try Weights.shipped(.review)
    let reader = try Reader.shipped()
    let caption = "verkoop coke, levering vanavond, stuur een bericht"
    let reading = reader.read(Sample.caption(caption))
    #expect(weights.signRows.count == weights.classes.signCount)
    #expect(!reading.policyEvidence.isEmpty)
    for piece in reading.policyEvidence { #expect(caption.contains(piece.text)) }
  }
}

import Testing

@Suite("waggle evaluate")
struct EvaluateTests {
  private static let rows = """
    text,label,functionality,templ_id
    "selling coke, dm me for the menu",DRU,offer,1
    my cat purrs on the sofa,,life,2
    police seized a ship full of coke,none,news,3

    """

  @Test("Rows of a table are judged: figures, functionalities and templates")
  func table() throws {
    let folder = try Folder()
    let path = try folder.file("rows.csv", Self.rows)
    let result = try Program.run("evaluate", "review", "--data", path)
    #expect(result.status == 0)
    #expect(result.text.contains("1 texts break a policy, 2 do not"))
    for word in ["area under the curve", "offer", "news", "BY TEMPLATE", "DRU drugs"] {
      #expect(result.text.contains(word), "\(word)")
    }
    let json = try Program.run("evaluate", "review", "--json", "--data", path, "--data", path)
    #expect(json.lines.count == 2)
    #expect(json.text.contains(#""illegal":{"allow":0,"doubt":1,"remove":0,"texts":1}"#))
  }

  @Test("Texts are judged by every spelling trick where that is asked for")
  func tricks() throws {
    let folder = try Folder()
    let path = try folder.file("rows.csv", Self.rows)
    let result = try Program.run("evaluate", "review", "--tricks", "--data", path)
    for word in ["WRITTEN OTHERWISE", "homoglyphs", "lost by it"] {
      #expect(result.text.contains(word))
    }
    let json = try Program.run("evaluate", "review", "--tricks", "--json", "--data", path)
    #expect(json.text.contains(#""trick":"zeroWidth"}"#))
    #expect(try Program.run("evaluate", "topics", "--tricks", "--data", path).status == 64)
    #expect(try Program.run("evaluate", "review", "--tricks").status == 64)
  }

  @Test("Thresholds of one's own are those that are judged")
  func thresholds() throws {
    let folder = try Folder()
    let path = try folder.file("rows.csv", Self.rows)
    let result = try Program.run(
      "evaluate", "review", "--data", path, "--json", "--remove-from", "0.5", "--doubt-from", "0")
    #expect(result.text.contains(#""illegal":{"allow":0,"doubt":0,"remove":1,"texts":1}"#))
    #expect(result.text.contains(#""innocent":{"allow":0,"doubt":2,"remove":0,"texts":2}"#))
  }

  @Test("Topics are judged by their identifiers, or by their last part")
  func topics() throws {
    let folder = try Folder()
    let path = try folder.file(
      "rows.ndjson",
      """
      {"caption":"honey bees swarm at the hive","label":"animals/beekeeping"}
      {"caption":"my dog barks at the postman","label":"dogs"}
      {"caption":"","label":"none"}

      """)
    let result = try Program.run("evaluate", "topics", "--data", path, "--json")
    #expect(result.status == 0)
    #expect(result.text.contains(#""nothing":{"hits":1"#))
    #expect(result.text.contains("animals/dogs"))
  }

  @Test("A card names the texts with their hash and licence, and the thresholds")
  func card() throws {
    let folder = try Folder()
    let path = try folder.file("rows.csv", "text,label\nabc,none\n")
    _ = try folder.file("LICENSE", "MIT License\nPermission is hereby granted, free of charge, …")
    let card = try folder.file("card.md", "old")
    let result = try Program.run("evaluate", "review", "--data", path, "--card", card)
    #expect(result.status == 0)
    let text = try folder.text("card.md")
    for part in ["# Model card: review", "## Limits", "## Thresholds", "| MIT |", "Not for"] {
      #expect(text.contains(part), "\(part)")
    }
    // printf 'text,label\nabc,none\n' | sha256sum
    #expect(text.contains("`1ad7246f063eb73216f716cba3804e5e8bbd3a57cd7e6d587ad32e3ccdc812f4`"))
  }

  @Test("A model of labels of one's own is trained, judged and asked")
  func ownLabels() throws {
    let folder = try Folder()
    let tea = ["green tea in a pot", "black tea with milk", "a pot of tea", "tea leaves and milk"]
    let ski = ["skis on fresh snow", "snow on the slope", "a slope for skis", "fresh snow, steep"]
    let rows = tea.map { "hot tea\tx1\t\($0)\n" } + ski.map { "ski, jump\tx2\t\($0)\n" }
    let path = try folder.file("rows.tsv", (rows + rows).joined())
    let weights = try folder.file("own.bin", "")
    let training = try Program.run("train", "topics", "--data", path, "--into", weights)
    #expect(training.status == 0)
    let judged = try Program.run("evaluate", "topics", "--data", path, "--weights", weights)
    #expect(judged.status == 0)
    #expect(judged.text.contains("ski, jump"))
    let upload = try folder.file("upload.ndjson", #"{"caption":"a pot of green tea"}"#)
    let told = try Program.run("recognize", "--json", "--weights", weights, upload)
    #expect(told.text.contains(#"{"topic":"hot tea","#))
    // Weights of other labels are none of this program's review, nor are topics' weights.
    #expect(try Program.run("review", "--weights", weights, upload).status == 65)
    #expect(try Program.run("train", "review", "--data", path).status == 64)
    #expect(try Program.run("train", "topics", "--data", "/nowhere.tsv").status == 66)
  }

  @Test("What a file says of itself cannot lead a terminal astray")
  func hostile() throws {
    let folder = try Folder()
    let path = try folder.file(
      "rows.csv", "text,label,functionality\nabc,none,\"a\u{1B}[2J\u{202E}\rb\"\nabc,none,c\n")
    let card = try folder.file("card.md", "")
    let result = try Program.run("evaluate", "review", "--data", path, "--card", card)
    #expect(result.status == 0)
    for text in [result.text, try folder.text("card.md")] {
      for scalar in text.unicodeScalars {
        #expect(scalar == "\n" || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
        #expect(scalar != "\u{202E}")
      }
    }
  }

  @Test("What cannot be judged is an error in one line")
  func errors() throws {
    let folder = try Folder()
    let label = try folder.file("label.csv", "text,label\na,DRU\nb,nonsense\n")
    let plain = try folder.file("plain.csv", "text\nabc\n")
    let foreign = try folder.file("foreign.csv", "text,label\nabc,Kneeling\n")
    let empty = try folder.file("empty.csv", "text,label\n")
    for (arguments, word, status) in [
      (["review", "--data", label], "label.csv:3", 65), (["topics", "--data", plain], "plain", 65),
      (["topics", "--data", foreign], "Kneeling", 65), (["review", "--data", empty], "empty", 65),
      (["review", "--data", "/nowhere.csv"], "/nowhere.csv", 66),
      (["review", "--corpus", "/nowhere"], "/nowhere", 66),
      (["review", "--weights", "x.bin"], "--data", 64), (["both"], "both", 64),
    ] as [([String], String, Int32)] {
      let result = try Program.run(["evaluate"] + arguments)
      #expect(result.status == status)
      #expect(result.output.isEmpty)
      #expect(result.complaint.contains(word))
    }
  }
}

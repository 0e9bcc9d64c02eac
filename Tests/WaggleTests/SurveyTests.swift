import Testing

@Suite struct SurveyTests {
  @Test("A survey gives every row with its target, its interval and whether it holds")
  func rows() throws {
    let result = try Program.run("survey", "--uploads", "300", "--json")
    #expect(result.status == 0)
    #expect(result.lines.count == 1)
    let rows = result.text.split(separator: "{").filter { $0.contains(#""name":"#) }
    #expect(rows.count >= 10)
    for row in rows {
      for key in ["high", "holds", "interval", "low", "name", "value"] {
        #expect(row.contains("\"\(key)\":"))
      }
    }
  }

  @Test("Where there are too few uploads to tell, it says so")
  func few() throws {
    let result = try Program.run("survey", "--uploads", "200")
    #expect(result.status == 0)
    #expect(result.lines.last?.contains("Fewer than 20,000 uploads are too few to tell") == true)
  }

  @Test("It is the same for any number of threads, and another one for another seed")
  func threads() throws {
    func survey(_ more: String...) throws -> [UInt8] {
      try Program.run(["survey", "--uploads", "200"] + more).output
    }
    let one = try survey("--threads", "1")
    #expect(!one.isEmpty)
    #expect(try survey("--threads", "2") == one)
    #expect(try survey("--threads", "5") == one)
    #expect(try survey("--seed", "2") != one)
  }
}

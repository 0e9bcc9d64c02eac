extension Folding {
  /// A row a plain spelling: the spelling, a blank, and the letters that are read as it.
  ///
  /// Latin letters with marks, ligatures, small capitals, raised and circled letters and digits:
  /// what Unicode's compatibility decompositions make of them once marks and case are dropped,
  /// and the strokes and hooks that those leave alone. The table is ours so that a reading does
  /// not change with the Unicode version of a toolchain.
  static let letters = """
    0 ⁰₀⓪
    1 ¹₁①⑴⒈❶➀➊
    2 ²₂②⑵⒉❷➁➋
    3 ³₃③⑶⒊❸➂➌
    4 ⁴₄④⑷⒋❹➃➍
    5 ⁵₅⑤⑸⒌❺➄➎
    6 ⁶₆⑥⑹⒍❻➅➏
    7 ⁷₇⑦⑺⒎❼➆➐
    8 ⁸₈⑧⑻⒏❽➇➑
    9 ⁹₉⑨⑼⒐❾➈➒
    a ªÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧȺɑᴀᴬᵃḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặₐÅ⒜Ⓐⓐ
    b ƀƁɃɓʙᴮᵇḂḃḄḅḆḇℬ⒝Ⓑⓑ
    c ÇçĆćĈĉĊċČčƇƈȻȼᴄᶜḈḉℂℭⅭⅽ⒞Ⓒⓒꟲ
    d ÐðĎďĐđƉƊȡɖɗᴅᴰᵈḊḋḌḍḎḏḐḑḒḓⅅⅆⅮⅾ⒟Ⓓⓓ
    e ÈÉÊËèéêëĒēĔĕĖėĘęĚěƏȄȅȆȇȨȩɆɇəᴇᴱᵉḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệₑℯℰⅇ⒠Ⓔⓔ
    f ƑƒᶠḞḟℱ⒡Ⓕⓕꜰꟳ
    g ĜĝĞğĠġĢģƓǤǥǦǧǴǵɠɡɢᴳᵍḠḡℊ⒢Ⓖⓖ
    h ĤĥĦħȞȟʜᴴḢḣḤḥḦḧḨḩḪḫẖₕℋℌℍℎ⒣Ⓗⓗ
    i ÌÍÎÏìíîïĨĩĪīĬĭĮįİıƗǏǐȈȉȊȋɨɩɪᴵᵢḬḭḮḯỈỉỊịⁱℐℑℹⅈⅠⅰ⒤Ⓘⓘ
    j ĴĵǰȷɈɉᴊᴶⅉ⒥Ⓙⓙ
    k ĶķĸƘƙǨǩᴋᴷᵏḰḱḲḳḴḵₖK⒦Ⓚⓚ
    l ĹĺĻļĽľŁłƚȴȽʟᴸḶḷḸḹḺḻḼḽₗℒℓⅬⅼ⒧Ⓛⓛ
    m ᴍᴹᵐḾḿṀṁṂṃₘℳⅯⅿ⒨Ⓜⓜ
    n ÑñŃńŅņŇňŊŋƝƞǸǹȵɲɴᴺṄṅṆṇṈṉṊṋⁿₙℕ⒩Ⓝⓝ
    o ºÒÓÔÕÖØòóôõöøŌōŎŏŐőƟƠơǑǒǪǫǬǭǿȌȍȎȏȪȫȬȭȮȯȰȱɵᴏᴼᵒṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợₒℴ⒪
    o Ⓞⓞ
    p ƤƥᴘᴾᵖṔṕṖṗₚℙ⒫Ⓟⓟ
    q Ɋɋℚ⒬Ⓠⓠꟴ
    r ŔŕŖŗŘřȐȑȒȓɌɍʀᴿᵣṘṙṚṛṜṝṞṟℛℜℝ⒭Ⓡⓡ
    s ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛₛ⒮Ⓢⓢꜱ
    t ŢţŤťŦŧƫƬƭƮȚțȶȾᴛᵀᵗṪṫṬṭṮṯṰṱẗₜ⒯Ⓣⓣ
    u ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗɄʉᴜᵁᵘᵤṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự⒰Ⓤⓤ
    v ƲᴠᵛᵥṼṽṾṿⅤⅴ⒱Ⓥⓥ
    w ŴŵᴡᵂẀẁẂẃẄẅẆẇẈẉẘ⒲Ⓦⓦ
    x ẊẋẌẍₓⅩⅹ⒳Ⓧⓧ
    y ÝýÿŶŷŸƳƴȲȳɎɏʏẎẏẙỲỳỴỵỶỷỸỹ⒴Ⓨⓨ
    z ŹźŻżŽžƵƶᴢᶻẐẑẒẓẔẕℤℨ⒵Ⓩⓩ
    α Άά
    ε Έέ
    η Ήή
    ι Ίΐίϊ
    ο Όό
    σ ς
    υ Ύΰϋύ
    ω Ώώ
    10 ⑩⑽⒑❿➉➓
    11 ⑪⑾⒒
    12 ⑫⑿⒓
    13 ⑬⒀⒔
    14 ⑭⒁⒕
    15 ⑮⒂⒖
    16 ⑯⒃⒗
    17 ⑰⒄⒘
    18 ⑱⒅⒙
    19 ⑲⒆⒚
    20 ⑳⒇⒛
    ae ÆæǼǽ
    dz ǄǅǆǱǲǳ
    ff ﬀ
    fi ﬁ
    fl ﬂ
    ii Ⅱⅱ
    ij Ĳĳ
    iv Ⅳⅳ
    ix Ⅸⅸ
    lj Ǉǈǉ
    nj Ǌǋǌ
    no №
    oe Œœ
    sm ℠
    ss ßẞ
    st ﬅﬆ
    th Þþ
    tm ™
    vi Ⅵⅵ
    xi Ⅺⅺ
    fax ℻
    ffi ﬃ
    ffl ﬄ
    iii Ⅲⅲ
    tel ℡
    vii Ⅶⅶ
    xii Ⅻⅻ
    """
}

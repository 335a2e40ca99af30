namespace Dateline.Parser.Tests.Html.Tree;

/// <summary>Tables as old pages write them.</summary>
public sealed class TableTests
{
    [Fact]
    public void Rows_and_cells_need_no_ends() =>
        Markup.Body("<table><tr><td>A<td>B<tr><th>C</table>D").ShouldBe("<table><tbody><tr><td>A</td><td>B</td></tr><tr><th>C</th></tr></tbody></table>D");

    [Fact]
    public void A_cell_without_a_row_gets_one() => Markup.Body("<table><td>A</table>").ShouldBe("<table><tbody><tr><td>A</td></tr></tbody></table>");

    [Fact]
    public void Text_between_cells_goes_before_the_table() => Markup.Body("<table>A<tr>B<td>C</table>").ShouldBe("AB<table><tbody><tr><td>C</td></tr></tbody></table>");

    [Fact]
    public void Elements_between_cells_go_before_the_table() => Markup.Body("<table><div>A</div><tr><td>B</table>").ShouldBe("<div>A</div><table><tbody><tr><td>B</td></tr></tbody></table>");

    [Fact]
    public void White_space_between_cells_stays() => Markup.Body("<table> <tr> <td>A</td> </tr></table>").ShouldBe("<table> <tbody><tr> <td>A</td> </tr></tbody></table>");

    [Fact]
    public void A_table_in_a_cell_is_a_table_of_its_own() =>
        Markup.Body("<table><td><table><td>A</table>B</table>").ShouldBe("<table><tbody><tr><td><table><tbody><tr><td>A</td></tr></tbody></table>B</td></tr></tbody></table>");

    [Fact]
    public void A_table_right_in_a_table_ends_it() =>
        Markup.Body("<table><tr><table><td>A</table>").ShouldBe("<table><tbody><tr></tr></tbody></table><table><tbody><tr><td>A</td></tr></tbody></table>");

    [Fact]
    public void A_caption_is_ended_by_the_first_row() => Markup.Body("<table><caption>A<tr><td>B</table>").ShouldBe("<table><caption>A</caption><tbody><tr><td>B</td></tr></tbody></table>");

    [Fact]
    public void Columns_get_their_group() => Markup.Body("<table><col><tr><td>A</table>").ShouldBe("<table><colgroup><col></colgroup><tbody><tr><td>A</td></tr></tbody></table>");

    [Fact]
    public void Formatting_of_a_cell_ends_with_it() => Markup.Body("<table><tr><td><b>A<td>B</table>C").ShouldBe("<table><tbody><tr><td><b>A</b></td><td>B</td></tr></tbody></table>C");

    [Fact]
    public void A_select_in_a_cell_ends_with_the_cell() => Markup.Body("<table><td><select><option>A<td>B</table>").ShouldBe("<table><tbody><tr><td><select><option>A</option></select></td><td>B</td></tr></tbody></table>");

    [Fact]
    public void A_table_ends_a_paragraph() => Markup.Body("<p>A<table><td>B</table>").ShouldBe("<p>A</p><table><tbody><tr><td>B</td></tr></tbody></table>");

    [Fact]
    public void A_table_of_a_page_without_a_document_type_stands_in_the_paragraph() =>
        Markup.Of("<p>A<table><td>B</table>").ShouldBe("<html><head></head><body><p>A<table><tbody><tr><td>B</td></tr></tbody></table></p></body></html>");
}

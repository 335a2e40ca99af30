namespace Dateline.Parser.Html.Tree;

/// <summary>Names of elements that HTML knows; what a page invents is numbered from <see cref="FirstOther"/>.</summary>
/// <remarks>The member's name in lower case is the element's.</remarks>
internal enum Tag : ushort
{
    /// <summary>No element: a text.</summary>
    None,
    A, Abbr, Acronym, Address, Applet, Area, Article, Aside, Audio, B, Base, BaseFont, Bdi, Bdo, BgSound, Big, Blink, BlockQuote, Body, Br, Button,
    Canvas, Caption, Center, Cite, Code, Col, ColGroup, Data, DataList, Dd, Del, Desc, Details, Dfn, Dialog, Dir, Div, Dl, Dt, Em, Embed,
    FieldSet, FigCaption, Figure, Font, Footer, ForeignObject, Form, Frame, FrameSet, H1, H2, H3, H4, H5, H6, Head, Header, HGroup, Hr, Html, I, Iframe,
    Image, Img, Input, Ins, Kbd, Keygen, Label, Legend, Li, Link, Listing, Main, MAlignMark, Map, Mark, Marquee, Math, Menu, Meta, Meter, MGlyph, Mi, Mn, Mo, Ms, MText,
    Nav, NoBr, NoEmbed, NoFrames, NoScript, Object, Ol, OptGroup, Option, Output, P, Param, Picture, PlainText, Pre, Progress, Q, Rb, Rp, Rt, Rtc, Ruby,
    S, Samp, Script, Search, Section, Select, Slot, Small, Source, Span, Strike, Strong, Style, Sub, Summary, Sup, Svg, Table, TBody, Td, Template, TextArea, TFoot, Th, THead,
    Time, Title, Tr, Track, Tt, U, Ul, Var, Video, Wbr, Xmp,

    /// <summary>MathML's; the name has a hyphen.</summary>
    AnnotationXml,

    /// <summary>The first number of a name that HTML does not know.</summary>
    FirstOther = 256,
}
